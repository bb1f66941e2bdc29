// What a browser has written of a visit, in all its files: Firefox closed as one does, or ended in the middle of it; and
// WebKitGTK, whose small browser, led by a driver, keeps nearly nothing. What Chromium writes: tests/files.wasm.spec.mjs.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser } from './firefox.mjs';
import { CALLER, askForCall, book, leave, openByCode, writeCaller } from './journeys.mjs';
import { move } from './page.mjs';
import { isPacked, unpack } from './mozlz4.mjs';
import { openPortal } from './portal.mjs';
import { openBrowser as openWebKit } from './webkit.mjs';

let portal;
before(async () => (portal = await openPortal()));
after(() => portal.close());

/** All that is written in the folder, unpacked; letters of two bytes are made letters of one. */
function readAll(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    return { name: entry.name, text: (isPacked(bytes) ? unpack(bytes) : bytes).toString('latin1').replaceAll('\0', '') };
  });
}

/** Which files hold it. A code may be written in groups of five digits. */
function findIn(files, word) {
  const pattern = new RegExp(/^\d{25}$/.test(word) ? word.match(/.{5}/g).join('\\D{0,12}') : word);
  return files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

/** The session's file, which Firefox writes a moment after each page. */
async function untilSessionHolds(folder, word) {
  const isSession = (file) => /^recovery\.jsonlz4$/.test(file.name);
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    try {
      if (findIn(readAll(folder).filter(isSession), word).length) return;
    } catch {
      // A file is just being written anew.
    }
  }
  throw new Error(`The session was never written with "${word}".`);
}

/** Asks for a call, books, leaves, and comes back to write once more; the code. */
async function visit(at, folder, ends) {
  const browser = await openBrowser({ script: at.script, folder });
  let end = 'kill';
  try {
    await askForCall(browser, at);
    const code = await book(browser, at);
    await openByCode(browser, at, code);
    await leave(browser);
    await move(browser, 'back');
    // It ends with a form half written: a place within the page tells when the session has been noted since.
    await writeCaller(browser, at);
    await browser.open(`${at.base}/skanderborg/ring-mig-op#main-content`);
    await untilSessionHolds(folder, 'ring-mig-op#main-content');
    end = ends;
    return code;
  } finally {
    await browser[end]();
  }
}

for (const script of [true, false]) {
  for (const ends of ['close', 'kill']) {
    test(`Firefox, JavaScript ${script ? 'on' : 'off'}, ${ends}: neither code, number nor name is in a file`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'traedesten-profile-'));
      try {
        const code = await visit({ base: portal.base, script }, folder, ends);
        const files = readAll(folder);
        assert.notDeepEqual(findIn(files, 'horsens/samtale'), [], 'the check can tell');
        const held = Object.fromEntries([code, CALLER.phone, CALLER.name].map((word) => [word, findIn(files, word)]));
        assert.deepEqual(held, { [code]: [], [CALLER.phone]: [], [CALLER.name]: [] });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
}

for (const script of [true, false]) {
  test(`WebKitGTK, JavaScript ${script ? 'on' : 'off'}: neither code, number nor name is in a file`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'traedesten-profile-'));
    try {
      const browser = await openWebKit({ script, folder });
      const at = { base: portal.base, script };
      await askForCall(browser, at);
      const code = await book(browser, at);
      await leave(browser);
      await browser.close();
      const files = readAll(folder);
      const held = [code, CALLER.phone, CALLER.name].flatMap((word) => findIn(files, word));
      assert.deepEqual(held, []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
