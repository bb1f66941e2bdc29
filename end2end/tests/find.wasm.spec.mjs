import { expect, test } from '@playwright/test';
import { FAMILY, OUTCOME, answer, awake, choice, choose, enter, fitting, proceed, question } from '../guide.mjs';
import { ask } from '../pages.mjs';

const FIND = '/skanderborg/find';

async function start(page) {
  await page.goto(FIND);
  await awake(page);
}

test('the note changes to say that the answers stay on the phone', async ({ page }) => {
  await start(page);
  await expect(page.getByText('Dine svar bliver på din egen telefon.')).toBeVisible();
  await answer(page, [['Hvem handler det om', 'Mig selv']]);
  await expect(page.getByText('Dine svar bliver på din egen telefon.')).toBeVisible();
});

test('awake, the guide sends nothing at all', async ({ page }) => {
  await start(page);
  const sent = [];
  page.context().on('request', (request) => sent.push(request.url()));
  await answer(page, [['Hvem handler det om', 'Mig selv'], ...FAMILY]);
  await expect(question(page)).toHaveText(OUTCOME);
  await page.getByRole('button', { name: /^Ret ?: Hvor gammel/ }).click();
  await expect(question(page)).toHaveText('Hvor gammel er du?');
  await proceed(page);
  await expect(question(page)).toHaveText(OUTCOME);
  expect(sent).toEqual([]);
});

test('an answer chosen before the guide wakes stays chosen', async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(FIND);
  await choose(page, 'En, jeg er pårørende til');
  await expect(page.locator('html[data-awake]')).toHaveCount(0);
  letGo();
  await awake(page);
  await expect(choice(page, 'En, jeg er pårørende til')).toBeChecked();
  await proceed(page);
  await expect(question(page)).toHaveText('Hvem er du bekymret for?');
});

test('when the WebAssembly does not come, the guide works all the same', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(FIND);
  await answer(page, [
    ['Hvem handler det om', 'En, jeg møder i mit arbejde'],
    ['Hvor gammel er den', '13-29 år'],
    ['anonym', 'Nej'],
  ]);
  await expect(question(page)).toHaveText(OUTCOME);
});

test("the browser's back goes back a question at a time, then out of the guide", async ({ page }) => {
  await enter(page, /Jeg har brug for hjælp/);
  await answer(page, [
    ['alkohol eller stoffer', 'Alkohol'],
    ['Hvor gammel er du', '30 år og derover'],
  ]);
  await expect(question(page)).toHaveText('Vil du helst være anonym?');
  await page.goBack();
  await expect(question(page)).toHaveText('Hvor gammel er du?');
  await page.goBack();
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
  await page.goBack();
  await expect(page).toHaveURL(/\/skanderborg$/);
});

test("the browser's forward after back does not go further back", async ({ page }) => {
  await start(page);
  await answer(page, [
    ['Hvem handler det om', 'Mig selv'],
    ['alkohol eller stoffer', 'Alkohol'],
  ]);
  await expect(question(page)).toHaveText('Hvor gammel er du?');
  await page.goBack();
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
  await page.goForward();
  await expect(question(page)).toHaveText(/^(Handler det om alkohol eller stoffer|Hvor gammel er du)\?$/);
});

test('skipping to the content does not go back a question', async ({ page }) => {
  await start(page);
  await answer(page, [['Hvem handler det om', 'Mig selv']]);
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
  const skip = page.getByRole('link', { name: 'Gå til indhold' });
  await skip.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main-content$/);
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
});

test('the focus lands on the new heading, and on what is missing', async ({ page }) => {
  await start(page);
  await answer(page, [['Hvem handler det om', 'Mig selv']]);
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
  await expect(question(page)).toBeFocused();
  await proceed(page);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('button', { name: 'Et skridt tilbage' }).click();
  await expect(question(page)).toBeFocused();
});

test('a new question begins at the top of the page', async ({ page }) => {
  await start(page);
  await answer(page, [['Hvem handler det om', 'Mig selv']]);
  await expect(question(page)).toBeInViewport();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

// Choices by their codes, so that the same can be sent to the server.
const PATHS = [
  { WHO: 'CITIZEN', SUBSTANCE: 'ALCOHOL', AGE: '30-', WISHES_ANONYMITY: 'NO', CHILDREN_UNDER_18: 'YES', WORK_OR_EDUCATION: 'YES', VERY_SEVERE: 'NO', PREFERS_ONLINE: 'NO' },
  { WHO: 'CITIZEN', SUBSTANCE: 'DRUGS', AGE: '15-17', WISHES_ANONYMITY: 'SKIP' },
  { WHO: 'CITIZEN', SUBSTANCE: 'DRUGS', AGE: '30-', WISHES_ANONYMITY: 'YES', WORK_OR_EDUCATION: 'YES', OTHER_SOCIAL_PROBLEMS: 'NO' },
  { WHO: 'CITIZEN' },
  { WHO: 'RELATIVE', RELATION: 'PARENT', RELATIVE_AGE: '18-', USER_AGE: '13-29' },
  { WHO: 'RELATIVE', RELATION: 'CHILD', RELATIVE_AGE: '0-17' },
  { WHO: 'PROFESSIONAL', WISHES_ANONYMITY: 'YES' },
];

for (const path of PATHS) {
  test(`phone and server find the same offers: ${Object.values(path).join(', ')}`, async ({ page, browser, baseURL }) => {
    await start(page);
    const given = {};
    for (let left = 20; left && (await page.getByRole('radio').count()); left -= 1) {
      const code = await page.locator('input[name=QUESTION]').inputValue();
      given[code] = path[code] ?? 'SKIP';
      await page.locator(`[id="${code}-${given[code]}"]`).check({ force: true });
      await proceed(page);
      await expect(page.locator(`input[name=QUESTION][value="${code}"]`)).toHaveCount(0);
    }
    for (const asked of Object.keys(path)) expect(given).toHaveProperty(asked);
    const onPhone = await page.locator('main').innerHTML();

    const html = await (await ask(baseURL, { path: FIND, form: given })).text();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.setContent(html);
    expect(await fitting(page)).toEqual(await fitting(plain));
    expect((await fitting(page)).length).toBeGreaterThan(0);
    const guide = (markup) => markup.slice(markup.indexOf('<h1'), markup.lastIndexOf('</form>'));
    expect(guide(onPhone)).toBe(guide(await plain.locator('main').innerHTML()));
    await context.close();
  });
}
