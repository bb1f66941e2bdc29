// What citizens come for, as they do it: in every engine, with script and without.
import { FAMILY, OUTCOME } from '../guide.mjs';
import { NEUTRAL } from './portal.mjs';
import { fill, look, press, read, until, untilHeading } from './page.mjs';

const ANSWERS = [['Hvem handler det om', 'Mig selv'], ...FAMILY];

/** Opens the guide and answers so many questions. */
export async function guide(browser, { base, script }, answered = ANSWERS.length) {
  await browser.open(`${base}/skanderborg/find`);
  // With script the guide answers on the phone itself, once it is awake.
  await until(browser, (seen) => seen.awake === script, 'the guide');
  for (const [asked, label] of ANSWERS.slice(0, answered)) {
    await untilHeading(browser, asked);
    await press(browser, '.guide label', label);
    await press(browser, '.guide button', 'Fortsæt');
  }
  return untilHeading(browser, ANSWERS[answered]?.[0] ?? OUTCOME);
}

/** Books with the first answer to each question; the code that the receipt shows. */
export async function book(browser, { base }) {
  await browser.open(`${base}/horsens/samtale`);
  for (let seen = await look(browser); seen.choices > 0; ) {
    const asked = seen.heading;
    await press(browser, 'fieldset button');
    seen = await until(browser, ({ heading }) => heading && heading !== asked, `what comes after "${asked}"`);
  }
  await press(browser, 'main button[type=submit]', 'Aftal tiden');
  await until(browser, (seen) => /\d{25}/.test(seen.everything), 'the code');
  return (await read(browser, '.code')).replace(/\s/g, '');
}

/** Opens by its code what was booked. */
export async function openByCode(browser, { base }, code) {
  await browser.open(`${base}/kode`);
  await fill(browser, '[name=CODE]', code);
  await press(browser, 'main button', 'Vis min aftale');
  return until(browser, (seen) => seen.text.includes('Slet det hele nu'), 'the appointment');
}

export const CALLER = { phone: '51423786', name: 'Fuglehatten' };

/** Opens the form for a call, and writes who calls. */
export async function writeCaller(browser, { base }) {
  await browser.open(`${base}/skanderborg`);
  await browser.open(`${base}/skanderborg/ring-mig-op`);
  await press(browser, '#AGE-30-');
  await fill(browser, '#PHONE', CALLER.phone);
  await fill(browser, '#NAME', CALLER.name);
}

/** Asks to be called; the receipt. */
export async function askForCall(browser, { base }) {
  await writeCaller(browser, { base });
  for (const question of ['WINDOW', 'MESSAGE', 'WISH']) await press(browser, `label[for^="${question}-"]`);
  await press(browser, 'form.asks button.button-primary');
  return until(browser, (seen) => !seen.choices && seen.text.includes(CALLER.phone.slice(-2)), 'the receipt');
}

export async function leave(browser) {
  await press(browser, '.exit');
  return until(browser, (seen) => seen.title === NEUTRAL, 'the neutral site');
}
