import { expect, test } from '@playwright/test';
import { answer, awake, question } from '../guide.mjs';
import { neutralSite } from '../neutral.mjs';

test.beforeEach(async ({ page }) => {
  await neutralSite(page);
  await page.goto('/skanderborg/find');
  await awake(page);
  await answer(page, [['Hvem handler det om', 'Mig selv']]);
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
});

/** Holds the way out, as a slow network would. Gives what lets it go. */
async function slow(page) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route('**/ud', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** What is on the screen while the other site is on its way. Playwright itself would wait for that site. */
async function meanwhile(page) {
  const session = await page.context().newCDPSession(page);
  const expression = `(() => {
    const cover = document.querySelector('[role=alert]');
    const { width, height } = cover?.getBoundingClientRect() ?? {};
    return { title: document.title, text: document.body.innerText, covered: width === innerWidth && height === innerHeight };
  })()`;
  return async () => (await session.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
}
const COVERED = { title: 'Henter…', text: 'Henter…', covered: true };

test('the page is covered at once, before the other site has come', async ({ page }) => {
  const letGo = await slow(page);
  const screen = await meanwhile(page);
  await page.locator('a.exit').click({ noWaitAfter: true });
  await expect.poll(screen).toEqual(COVERED);
  letGo();
  await expect(page).toHaveTitle('Vejret');
});

test('three times Shift leaves, two times does not', async ({ page }) => {
  const letGo = await slow(page);
  const screen = await meanwhile(page);
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Shift');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Shift');
  await expect.poll(screen).toEqual(COVERED);
  letGo();
  await expect(page).toHaveTitle('Vejret');
});

test('moving backwards with Shift and Tab does not leave', async ({ page }) => {
  const sent = [];
  page.on('request', (request) => sent.push(request.url()));
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+Tab');
  await expect(question(page)).toBeVisible();
  expect(sent).toEqual([]);
});

test('neither the question that was left nor an answer comes back with the back button', async ({ page }) => {
  await page.locator('a.exit').click();
  await expect(page).toHaveTitle('Vejret');
  await page.goBack();
  await expect(question(page)).toHaveText('Hvem handler det om?');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});
