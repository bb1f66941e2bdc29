import { expect, test } from '@playwright/test';
import { headlessShell } from '../chromium.mjs';
import { answer, awake, question } from '../guide.mjs';
import { neutralSite } from '../neutral.mjs';

// As on a real phone, a page that is left may stay in the browser's memory.
test.use({ launchOptions: { ...headlessShell, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

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

/** What is on the screen after each change, told by the page itself: a page being left answers nobody. */
async function screens(page) {
  const told = [];
  page.on('console', (message) => message.type() === 'debug' && told.push(JSON.parse(message.text())));
  await page.evaluate(() => {
    const tell = () => {
      const { width, height } = document.querySelector('[role=alert]')?.getBoundingClientRect() ?? {};
      const covered = width === innerWidth && height === innerHeight;
      console.debug(JSON.stringify({ title: document.title, text: document.body.innerText, covered }));
    };
    new MutationObserver(tell).observe(document.body, { childList: true });
  });
  return told;
}
const COVERED = { title: 'Henter…', text: 'Henter…', covered: true };

test('the page is covered at once, before the other site has come', async ({ page }) => {
  const letGo = await slow(page);
  const told = await screens(page);
  await page.locator('.exit').click({ noWaitAfter: true });
  await expect.poll(() => told).toEqual([COVERED]);
  letGo();
  await expect(page).toHaveTitle('Vejret');
});

test('three times Shift leaves, two times does not', async ({ page }) => {
  const letGo = await slow(page);
  const told = await screens(page);
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Shift');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Shift');
  await expect.poll(() => told).toEqual([COVERED]);
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
  await page.locator('.exit').click();
  await expect(page).toHaveTitle('Vejret');
  await page.goBack({ waitUntil: 'commit' });
  await expect(question(page)).toHaveText('Hvem handler det om?');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});
