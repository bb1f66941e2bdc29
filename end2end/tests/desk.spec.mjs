// The desk: staff sign in, see what they need and answer, by keyboard, with and without JavaScript.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from '../desk.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const PAGES = ['/desk', '/desk/opkald', '/desk/aftal', '/desk/tider', '/desk/indstillinger', '/desk/ansatte', '/desk/log'];
const heading = (page) => page.getByRole('heading', { level: 1 });

test('a lead signs in, and every page of the desk is usable at 320 px and clean to axe', async ({ page, javaScriptEnabled }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'skanderborg', 'lead');
  await expect(heading(page)).toHaveText('Mandag 23. november 2026');
  for (const path of PAGES) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
  }
  await page.getByRole('button', { name: 'Log ud' }).click();
  await page.goto('/desk');
  await expect(heading(page)).toHaveText('Log ind');
});

test('a counsellor takes a call, and what only leads arrange is not shown', async ({ page }) => {
  await signIn(page, 'horsens', 'counsellor');
  await expect(page.getByRole('link', { name: 'Indstillinger' })).toHaveCount(0);
  await page.goto('/desk/indstillinger');
  await expect(heading(page)).toHaveText('Du har ikke adgang til denne side');
  await page.goto('/desk/opkald');
  const calls = await page.getByRole('button', { name: 'Tag opkaldet' }).count();
  test.skip(calls === 0, 'the other run has taken them all');
  await page.getByRole('button', { name: 'Tag opkaldet' }).first().click();
  await expect(page.getByRole('link', { name: /^\+45 11/ })).toBeVisible();
  await page.getByRole('button', { name: 'Læg opkaldet tilbage' }).click();
  await expect(page.getByRole('link', { name: /^\+45 11/ })).toHaveCount(0);
});

test('a code is read aloud to somebody who phones, and leads back to the appointment', async ({ page }) => {
  await signIn(page, 'randers', 'counsellor');
  await page.goto('/desk/aftal');
  await page.getByLabel('Borgeren ringer op').check();
  await page.getByLabel('En voksen, som borgeren er pårørende til').check();
  await page.getByRole('button', { name: 'Se ledige tider' }).click();
  await page.getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Fortsæt' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  const code = await page.locator('.code').innerText();
  await page.goto('/kode');
  await page.getByLabel('Skriv din kode').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aflys', { exact: true })).toBeVisible();
});
