import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { OUTCOME } from '../guide.mjs';
import * as firefox from './firefox.mjs';
import { CALLER, askForCall, book, guide, leave, openByCode } from './journeys.mjs';
import { look, move, press, until } from './page.mjs';
import { openPortal } from './portal.mjs';
import * as webkit from './webkit.mjs';

let portal;
before(async () => (portal = await openPortal()));
after(() => portal.close());

const WAYS = ['back', 'reload', 'back', 'reload', 'forward'];

/** Goes back twice, with what a browser asks for on the way: nowhere may stand what was left. */
async function returnsToNothing(browser, secrets, ways = WAYS) {
  for (const way of ways) {
    const seen = await move(browser, way);
    for (const secret of secrets) assert.ok(!seen.everything.includes(secret), `"${secret}" stands there after "${way}": ${seen.heading}`);
    // The browser's own Back is no form of a stranger's.
    assert.doesNotMatch(seen.heading, /Det kom fra/, `after "${way}"`);
  }
}

for (const engine of [firefox, webkit]) {
  for (const script of [true, false]) {
    describe(`${engine.name}, JavaScript ${script ? 'on' : 'off'}`, () => {
      let browser;
      const visit = (what, walk) =>
        test(what, async () => {
          browser = await engine.openBrowser({ script });
          try {
            await walk({ base: portal.base, script });
          } finally {
            await browser.close();
          }
        });

      visit('the guide leads to its outcome, and Back from an offer shows it again', async (at) => {
        await guide(browser, at);
        await press(browser, '.offer a');
        await until(browser, (seen) => seen.url.includes('/tilbud/') && seen.heading !== OUTCOME, 'an offer');
        let seen = await move(browser, 'back');
        if (seen.own) seen = await move(browser, 'reload');
        assert.equal(seen.heading, OUTCOME);
      });

      visit('a time is booked, and opened by its code', async (at) => {
        const code = await book(browser, at);
        assert.match(code, /^\d{25}$/);
        const seen = await openByCode(browser, at, code);
        assert.ok(!seen.url.includes(code));
      });

      visit('a call is asked for', async (at) => {
        const seen = await askForCall(browser, at);
        for (const typed of [CALLER.phone, CALLER.name]) assert.ok(!seen.everything.includes(typed));
      });

      visit('titles, which a history keeps, do not say what was done', async (at) => {
        const code = await book(browser, at);
        const titles = [await look(browser), await openByCode(browser, at, code), await askForCall(browser, at)].map(({ title }) => title);
        for (const title of titles) assert.doesNotMatch(title, /aftalt|ringer/);
      });

      visit('Back after leaving the guide shows no answer', async (at) => {
        const { heading } = await guide(browser, at, 3);
        await leave(browser);
        // The guide keeps nothing, and its first page is the same for all: who is asked by Firefox whether the form shall be
        // sent again, and says yes, sees its question (docs/decisions/exit-without-script.md).
        const ways = engine === firefox && !script ? WAYS.filter((way) => way !== 'reload') : WAYS;
        await returnsToNothing(browser, [heading.replace(/\s/g, '')], ways);
      });

      visit('Back after leaving a booked time never shows the code', async (at) => {
        const code = await book(browser, at);
        await leave(browser);
        await returnsToNothing(browser, [code]);
      });

      visit('Back after leaving what was booked, opened by its code, never shows it', async (at) => {
        const code = await book(browser, at);
        await openByCode(browser, at, code);
        await leave(browser);
        await returnsToNothing(browser, [code, 'Sletdethelenu']);
      });

      visit('Back after leaving the receipt of a call shows nothing of it', async (at) => {
        const { heading } = await askForCall(browser, at);
        await leave(browser);
        await returnsToNothing(browser, [CALLER.phone, CALLER.name, heading.replace(/\s/g, '')]);
      });
    });
  }
}
