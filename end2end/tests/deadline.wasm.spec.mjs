import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { awake } from '../guide.mjs';
import { ask } from '../pages.mjs';

const FRIST = '/skanderborg/frist';
const ON_PHONE = 'Det, du skriver, bliver på din egen telefon eller computer.';
const BY_POST = 'Det, du skriver, står ikke i adressen, og vi gemmer det ikke.';
const LATEST = 'Din behandling skal begynde senest torsdag 30. oktober 2025.';
const CASE = { WHICH: 'START', SUBSTANCE: 'DRUGS', AGE: '40', DAY: '16', MONTH: '10', YEAR: '2025' };

const answer = (page) => page.getByRole('status');
const send = (page) => page.getByRole('button', { name: /^(Beregn fristen|Work it out)$/ }).click();

async function start(page, path = FRIST) {
  await page.goto(path);
  await awake(page);
}

async function fill(page, given) {
  for (const name of ['WHICH', 'SUBSTANCE']) {
    if (given[name]) await page.locator(`[id="${name}-${given[name]}"]`).check({ force: true });
  }
  for (const name of ['AGE', 'DAY', 'MONTH', 'YEAR']) await page.locator(`#${name}`).fill(given[name] ?? '');
}

/** Everything a browser could let out or keep. */
function watch(page) {
  const seen = [];
  page.context().on('request', (request) => seen.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(String(error)));
  return seen;
}

/** What axe finds wrong. */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

test('awake, the day is worked out without a request, an address, an entry of the history or a store', async ({ page }) => {
  await start(page);
  const [before, address] = [await page.evaluate(() => history.length), page.url()];
  const seen = watch(page);
  await expect(page.getByText(ON_PHONE)).toBeVisible();
  await expect(page.getByText(BY_POST)).toHaveCount(0);
  await expect(answer(page)).toBeHidden();
  await fill(page, CASE);
  await send(page);
  await expect(answer(page)).toContainText(LATEST);
  await expect(answer(page)).toContainText('§4.3');
  await expect(answer(page)).toContainText('Det kan du gøre nu');
  await expect(answer(page)).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Svaret' })).toBeInViewport();
  expect(seen).toEqual([]);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => [history.length, localStorage.length, sessionStorage.length, document.cookie])).toEqual([before, 0, 0, '']);
});

test('what cannot be used is told at its field, above the form and to who hears the page', async ({ page }) => {
  await start(page);
  const seen = watch(page);
  await fill(page, { WHICH: 'START', AGE: 'abc', DAY: '31', MONTH: '2', YEAR: '2025' });
  await send(page);
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('link')).toHaveText(['Vælg alkohol eller stoffer.', 'Skriv din alder som et tal fra 0 til 120.', 'Skriv en dag, der findes, for eksempel 5 3 2026.']);
  await expect(summary.locator('xpath=..')).toBeFocused();
  await expect(page.locator('#AGE')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#AGE')).toHaveAttribute('aria-describedby', 'AGE-hint AGE-error');
  await expect(page.locator('#AGE-error')).toContainText('Skriv din alder');
  await expect(page.locator('#AGE')).toHaveValue('abc');
  await expect(page.locator('#WHICH-START')).toBeChecked();
  await expect(answer(page)).toBeHidden();
  expect(seen).toEqual([]);
  // Chromium asks for the icon again after a step within the page.
  await summary.getByRole('link', { name: 'Skriv din alder' }).click();
  await expect(page.locator('#AGE')).toBeFocused();
});

test('axe finds nothing in what is wrong, nor in the answer', async ({ page }) => {
  await start(page);
  await send(page);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await fill(page, CASE);
  await send(page);
  await expect(answer(page)).toContainText(LATEST);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('#AGE')).not.toHaveAttribute('aria-invalid', 'true');
  expect(await violations(page)).toEqual([]);
});

test('it can be done with the keyboard alone', async ({ page }) => {
  await start(page);
  const seen = watch(page);
  await page.locator('#WHICH-START').focus();
  for (const key of ['Space', 'Tab', 'Space', 'Tab', '4', '0', 'Tab', '1', '6', 'Tab', '1', '0', 'Tab', '2', '0', '2', '5', 'Enter']) {
    await page.keyboard.press(key);
  }
  await expect(answer(page)).toContainText('Din behandling skal begynde senest torsdag 30. oktober 2025.');
  await expect(answer(page)).toBeFocused();
  expect(seen).toEqual([]);
});

test('in English it says the same', async ({ page }) => {
  await start(page, '/en/vejle/frist');
  await expect(page.getByText('What you write stays on your own phone or computer.')).toBeVisible();
  await fill(page, { ...CASE, SUBSTANCE: 'ALCOHOL', DAY: '24', MONTH: '12' });
  await send(page);
  await expect(answer(page)).toContainText('Your treatment must begin by Wednesday 7 January 2026.');
});

test('what was typed before it wakes stays typed', async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(FRIST);
  await expect(page.getByText(BY_POST)).toBeVisible();
  await fill(page, CASE);
  letGo();
  await awake(page);
  await send(page);
  await expect(answer(page)).toContainText(LATEST);
});

test('when the WebAssembly does not come, the form goes by POST and the page says so', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await byPost(page);
});

test('without JavaScript the form goes by POST and the page says so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await byPost(await context.newPage());
  await context.close();
});

async function byPost(page) {
  await page.goto(FRIST);
  await fill(page, CASE);
  await expect(page.getByText(BY_POST)).toBeVisible();
  await expect(page.getByText(ON_PHONE)).toHaveCount(0);
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await send(page);
  expect((await posted).url()).toMatch(/\/skanderborg\/frist$/);
  await expect(answer(page)).toContainText(LATEST);
  await expect(page.getByText(BY_POST)).toBeVisible();
  await expect(page.getByText(ON_PHONE)).toHaveCount(0);
}

for (const municipality of ['horsens', 'randers', 'skanderborg', 'slagelse', 'vejle']) {
  test(`phone and server answer alike: ${municipality}`, async ({ page, browser, baseURL }) => {
    await start(page, `/${municipality}/frist`);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    const words = (one) => one.getByRole('status').evaluate((status) => [...status.querySelectorAll('h2, h3, p')].map((part) => part.textContent.trim()));
    const questions = await page.locator('[name=WHICH]').evaluateAll((inputs) => inputs.map((input) => input.value));
    expect(questions.length).toBeGreaterThan(2);
    for (const WHICH of questions) {
      for (const SUBSTANCE of ['ALCOHOL', 'DRUGS']) {
        for (const AGE of ['17', '40']) {
          const form = { WHICH, SUBSTANCE, AGE, DAY: '29', MONTH: '2', YEAR: '2028' };
          await fill(page, form);
          await page.evaluate(() => document.activeElement.blur());
          await send(page);
          await expect(answer(page)).toBeFocused();
          await plain.setContent(await (await ask(baseURL, { path: `/${municipality}/frist`, form })).text());
          expect(await words(page), JSON.stringify(form)).toEqual(await words(plain));
        }
      }
    }
    await context.close();
  });
}
