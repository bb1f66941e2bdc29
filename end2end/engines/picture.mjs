// The points of a picture that a browser has taken: PNG of eight bits a colour, as both engines write it.
import { inflateSync } from 'node:zlib';

/** What PNG subtracts from each byte: the one to the left, above, their middle, or the nearest of three. */
const FILTERS = [
  () => 0,
  (left) => left,
  (left, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const guess = left + above - corner;
    return [left, above, corner].reduce((best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best));
  },
];

/** Gives what reads a point: `(x, y) => [red, green, blue]`. */
export function openPicture(png) {
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height, colours] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const packed = inflateSync(Buffer.concat(parts));
  const row = width * colours;
  const points = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = FILTERS[packed[y * (row + 1)]];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const [left, above] = [x < colours ? 0 : points[at - colours], y ? points[at - row] : 0];
      const corner = x < colours || !y ? 0 : points[at - row - colours];
      points[at] = packed[y * (row + 1) + 1 + x] + filter(left, above, corner);
    }
  }
  return (x, y) => [...points.subarray((y * width + x) * colours, (y * width + x) * colours + 3)];
}
