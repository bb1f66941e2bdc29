// A conversation in writing: it goes by itself where there is script. The desk is in Firefox each time, as WebKitGTK keeps
// no cookie that is for https alone, not even from this machine itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { digits } from '../desk.mjs';
import * as firefox from './firefox.mjs';
import { openByCode } from './journeys.mjs';
import { fill, press, read, until } from './page.mjs';
import { NOW, openPortal } from './portal.mjs';
import * as webkit from './webkit.mjs';

const PASSWORD = 'fire helt tilfældige ord';

let portal;
before(async () => (portal = await openPortal()));
after(() => portal.close());

/** Books in writing, on the second day that has times; the code, the alias and when it begins. */
async function bookInWriting(browser) {
  await browser.open(`${portal.base}/vejle/samtale`);
  await press(browser, 'fieldset button', 'En voksen');
  await press(browser, 'fieldset button', 'Vi skriver sammen');
  await press(browser, '.day:nth-of-type(2) summary');
  const begins = await browser.evaluate(() => document.querySelector('.day[open]:nth-of-type(2) .time').value);
  await press(browser, '.day:nth-of-type(2) .time');
  await press(browser, 'main button', 'Aftal tiden');
  await until(browser, (seen) => /\d{25}/.test(seen.everything), 'the code');
  const alias = await browser.evaluate(() => [...document.querySelectorAll('.ticket p')].find((one) => one.innerText.includes('kender dig som')).querySelector('strong').innerText);
  return { code: (await read(browser, '.code')).replace(/\s/g, ''), alias, begins };
}

async function signIn(browser, login, now) {
  const added = portal.run('staff', 'add', '--municipality', 'vejle', '--role', 'lead', '--name', 'Anna (opdigtet)', login);
  await browser.open(`${portal.base}/desk/velkommen`);
  const written = { LOGIN: login, INVITATION: /invitation\s+(\S+)/.exec(added)[1], PASSWORD, AGAIN: PASSWORD };
  for (const [name, text] of Object.entries(written)) await fill(browser, `[name=${name}]`, text);
  await press(browser, 'main button[type=submit]');
  await until(browser, (seen) => seen.everything.includes('DIGITS') || seen.text.includes('Seks cifre'), 'the key of the app');
  await fill(browser, '[name=DIGITS]', digits(await read(browser, '.key'), Date.parse(now)));
  await press(browser, 'main button[type=submit]');
  await until(browser, (seen) => /\/desk(\?|$)/.test(seen.url), 'the desk');
}

/** Where a link leads: a day is wider than this window. */
const findLink = (browser, words) =>
  browser.evaluate((words) => [...document.querySelectorAll('main a')].find((one) => one.textContent.includes(words)).href, words);

for (const engine of [firefox, webkit]) {
  for (const script of [true, false]) {
    test(`${engine.name}, JavaScript ${script ? 'on' : 'off'}: both sides of a conversation read each other`, async () => {
      await portal.serveAt(NOW);
      const citizen = await engine.openBrowser({ script });
      const desk = await firefox.openBrowser({ script: true });
      try {
        const { code, alias, begins } = await bookInWriting(citizen);
        const now = `${begins}:00+01:00`;
        await portal.serveAt(now);
        await openByCode(citizen, portal, code);
        await press(citizen, 'main button', 'Gå ind og skriv');
        await signIn(desk, `lead.${engine.name}.${script}`.toLowerCase(), now);
        await desk.open(`${portal.base}/desk/dag/${begins.slice(0, 10)}`);
        for (const link of [alias, 'Skriv sammen']) await desk.open(await findLink(desk, link));
        for (const [from, to, words] of [[desk, citizen, 'Godt, at du er her.'], [citizen, desk, 'Tak for det.']]) {
          await fill(from, 'textarea', words);
          await press(from, 'main button', 'Send beskeden');
          await until(from, (seen) => seen.text.includes(words), `"${words}" where it was written`);
          if (to === citizen && !script) await press(to, 'main button', 'Hent nye beskeder');
          const seen = await until(to, ({ text }) => text.includes(words), `"${words}" on the other side`);
          assert.ok(!seen.everything.includes(code));
        }
      } finally {
        await desk.close();
        await citizen.close();
      }
    });
  }
}
