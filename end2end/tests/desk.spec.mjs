// The desk: staff sign in, see what they need and answer, by keyboard, with and without JavaScript.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from '../desk.mjs';
import { DESK } from '../pages.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const PAGES = DESK.filter(({ lang }) => lang === 'da').map(({ path }) => path);
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
  await page.getByRole('button', { name: 'Log ud', exact: true }).click();
  await page.goto('/desk');
  await expect(heading(page)).toHaveText('Log ind');
});

test('a counsellor takes a call, and what only leads arrange is not shown', async ({ page }) => {
  await signIn(page, 'horsens', 'counsellor');
  await expect(page.getByRole('link', { name: 'Indstillinger' })).toHaveCount(0);
  await page.goto('/desk/indstillinger');
  await expect(heading(page)).toHaveText('Du har ikke adgang til denne side');
  await page.goto('/desk/opkald');
  const calls = await page.getByRole('button', { name: /^Tag opkaldet/ }).count();
  test.skip(calls === 0, 'the other run has taken them all');
  await page.getByRole('button', { name: /^Tag opkaldet/ }).first().click();
  await expect(page.getByRole('link', { name: /^\+45 11/ })).toBeVisible();
  await page.locator('.card').getByText('Læg opkaldet tilbage', { exact: true }).click();
  await page.locator('.card select[name=REASON]').selectOption('NO_TIME');
  await page.getByRole('button', { name: 'Læg tilbage' }).click();
  await expect(page.getByRole('link', { name: /^\+45 11/ })).toHaveCount(0);
});

test('every daily act is two taps away, and the day stays in sight', async ({ page, javaScriptEnabled }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, 'skanderborg', 'lead');
  await page.goto('/desk/dag/2026-11-24');
  const slot = page.locator('.slot a').first();
  const alias = (await slot.locator('strong').innerText()).replace(/^\S+ /, '');
  await slot.click();
  await expect(page.locator('.card h2')).toHaveText(alias);
  await expect(page.locator('.slot a[aria-current]')).toContainText(alias);
  await expect(page).toHaveTitle(new RegExp(`^${alias} – `));
  if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Giv videre' }).click();
  await expect(page.getByText('Aftalen er givet videre.')).toBeVisible();
});

test('a code is read aloud to somebody who phones, and leads back to the appointment', async ({ page }) => {
  await signIn(page, 'randers', 'counsellor');
  await page.goto('/desk/aftal');
  await page.getByLabel('Borgeren ringer op').check();
  await page.getByLabel('En voksen, som borgeren er pårørende til').check();
  await page.getByRole('button', { name: 'Se ledige tider' }).click();
  await page.locator('.day summary').last().click();
  await page.locator('.time').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  const code = await page.locator('.code').innerText();
  await page.goto('/kode');
  await page.getByLabel('Skriv din kode').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aflys', { exact: true })).toBeVisible();
});

test('a colleague falls ill: what is affected is shown before anything is saved', async ({ page, javaScriptEnabled }) => {
  await signIn(page, 'horsens', 'lead');
  await page.goto('/desk/fravaer');
  const [ill] = await page.locator('#WHO option').filter({ hasText: 'Rådgiver 2' }).all();
  await page.locator('#WHO').selectOption(await ill.getAttribute('value'));
  await page.getByLabel('Første dag').fill('2026-12-07');
  await page.getByLabel('Sidste dag').fill('2026-12-10');
  await page.getByRole('button', { name: 'Fortsæt' }).click();
  const hits = page.getByRole('row').filter({ has: page.locator('select') });
  test.skip((await hits.count()) === 0, 'the other run has saved it');
  await expect(page.getByText('Intet er gemt endnu.')).toBeVisible();
  if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Gem, og gør det' }).click();
  await expect(page.getByText('Det er gemt. Borgere med aflyste aftaler ser det')).toBeVisible();
  await page.goto('/desk/uge/2026-12-07');
  await expect(page.getByRole('row', { name: /^Rådgiver 2/ })).toContainText('væk');
});
