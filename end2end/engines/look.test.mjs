// How it looks in other engines than the one that the rest is tested in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as firefox from './firefox.mjs';
import { press } from './page.mjs';
import { openPicture } from './picture.mjs';
import { openPortal } from './portal.mjs';
import * as webkit from './webkit.mjs';

let portal;
before(async () => (portal = await openPortal()));
after(() => portal.close());

const look = (engine, what, see, settings) =>
  test(`${engine.name}: ${what}`, async () => {
    const browser = await engine.openBrowser({ script: true, ...settings });
    try {
      await see(browser);
    } finally {
      await browser.close();
    }
  });

/** Where the ring and the dot of the choice stand in its row, by what the engine has worked out. */
const ringAndDot = (browser) =>
  browser.evaluate(() => {
    const label = document.querySelector('input:checked + label');
    return ['::before', '::after'].map((part) => {
      const style = getComputedStyle(label, part);
      const px = (name) => parseFloat(style[name]) || 0;
      const moved = style.translate.split(' ').map((by, axis) => (by.endsWith('%') ? (parseFloat(by) / 100) * px(axis ? 'height' : 'width') : parseFloat(by) || 0));
      const edges = (...sides) => (style.boxSizing === 'border-box' ? 0 : sides.reduce((sum, side) => sum + px(side), 0));
      const width = px('width') + edges('borderLeftWidth', 'borderRightWidth');
      const height = px('height') + edges('borderTopWidth', 'borderBottomWidth');
      const [left, top] = [px('left') + px('marginLeft') + moved[0], px('top') + px('marginTop') + (moved[1] ?? 0)];
      return { x: left + width / 2, y: top + height / 2, width, height };
    });
  });

/** How many points of the logo's words are white. A browser never tells how a visited link looks, but in a picture. */
async function countWhite(browser) {
  const words = await browser.evaluate(() => {
    const { right, top, bottom } = document.querySelector('.logo').getBoundingClientRect();
    const { right: left } = document.querySelector('.logo svg').getBoundingClientRect();
    return [left, right, top, bottom].map((side) => Math.round(side * devicePixelRatio));
  });
  const [left, right, top, bottom] = words;
  const point = openPicture(Buffer.from(await browser.picture(), 'base64'));
  let white = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) white += Math.min(...point(x, y)) > 240;
  return white;
}

/** How far apart the lines of each text are, in px. */
const pitches = (browser) =>
  browser.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const lines = document.createRange();
      lines.selectNodeContents(texts.currentNode);
      const ends = [...new Set([...lines.getClientRects()].map(({ bottom }) => Math.round(bottom)))];
      for (const [line, end] of ends.slice(1).entries()) found.push({ words: texts.currentNode.data, pitch: end - ends[line] });
    }
    return found;
  });

for (const engine of [firefox, webkit]) {
  look(engine, 'the dot of what is chosen lies in its ring', async (browser) => {
    await browser.open(`${portal.base}/skanderborg/find`);
    await press(browser, '.guide label');
    const [ring, dot] = await ringAndDot(browser);
    assert.ok(dot.width > 0 && dot.width < ring.width, `a dot of ${dot.width} px in a ring of ${ring.width} px`);
    for (const axis of ['x', 'y']) assert.ok(Math.abs(ring[axis] - dot[axis]) <= 1, `${axis}: the dot at ${dot[axis]}, its ring at ${ring[axis]}`);
  });

  look(engine, 'the logo is white on its ground, also where one has been', async (browser) => {
    await browser.open(`${portal.base}/`);
    await browser.open(`${portal.base}/skanderborg/kontakt`);
    const visited = await countWhite(browser);
    assert.ok(visited > 50, `${visited} white points in the logo`);
  });
}

const LARGE = { prefs: { 'font.minimum-size.x-western': 32 } };
for (const path of ['/skanderborg/find', '/skanderborg/ring-mig-op', '/horsens/samtale']) {
  look(firefox, `lines do not overlap where the reader has set a least size of letters: ${path}`, async (browser) => {
    await browser.open(`${portal.base}${path}`);
    const tight = (await pitches(browser)).filter(({ pitch }) => pitch < 32);
    assert.deepEqual(tight, []);
  }, LARGE);
}
