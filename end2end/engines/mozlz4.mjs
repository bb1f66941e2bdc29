// Firefox packs the files of its session: "mozLz40", the length, and one block of LZ4.
const MAGIC = 'mozLz40\0';

export const isPacked = (bytes) => bytes.toString('latin1', 0, MAGIC.length) === MAGIC;

export function unpack(bytes) {
  const out = Buffer.alloc(bytes.readUInt32LE(MAGIC.length));
  let at = MAGIC.length + 4;
  let end = 0;
  // A length of 15 goes on in the bytes that follow, to the first that is not 255.
  const readLength = (begun) => {
    let length = begun;
    if (begun === 15) for (let more = 255; more === 255; length += more) more = bytes[at++];
    return length;
  };
  while (at < bytes.length) {
    const token = bytes[at++];
    const plain = readLength(token >> 4);
    end += bytes.copy(out, end, at, (at += plain));
    if (at >= bytes.length) break;
    let from = end - bytes.readUInt16LE(at);
    at += 2;
    // What is copied may be what has just been written.
    for (const stop = end + 4 + readLength(token & 15); end < stop; end += 1) out[end] = out[from++];
  }
  return out;
}
