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

test('the page is covered at once, before the other site has come', async ({ page }) => {
  const letGo = await slow(page);
  await page.locator('a.exit').click({ noWaitAfter: true });
  await expect(page.getByRole('alert')).toHaveText('Henter…');
  await expect(page).toHaveTitle('Henter…');
  await expect(page.getByRole('heading')).toHaveCount(0);
  const { width, height } = await page.getByRole('alert').boundingBox();
  expect({ width, height }).toEqual({ width: 360, height: 740 });
  letGo();
  await expect(page).toHaveTitle('Vejret');
});

test('three times Shift leaves', async ({ page }) => {
  const letGo = await slow(page);
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Shift');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(page.getByRole('alert')).toHaveText('Henter…');
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

test('the question that was left is not in the history', async ({ page }) => {
  await page.locator('a.exit').click();
  await expect(page).toHaveTitle('Vejret');
  await page.goBack();
  await expect(question(page)).toHaveText('Hvem handler det om?');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});
