// What one came for, on the first screen of a phone.
import { expect, test } from '@playwright/test';

/** Whether the whole element is in the window, without scrolling. */
const isWhole = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && scrollY === 0;
  });

for (const municipality of ['horsens', 'randers', 'skanderborg', 'slagelse', 'vejle']) {
  test(`what one can do now is on the first screen: ${municipality}`, async ({ page }) => {
    await page.goto(`/${municipality}`);
    expect(await isWhole(page.locator('.act.first'))).toBe(true);
    const booking = page.locator('.act', { hasText: 'Aftal en anonym samtale' });
    await expect(booking).toContainText(/Næste ledige: .* kl\. \d/);
    expect(await isWhole(booking)).toBe(true);
  });

  test(`the booking begins with its question on the first screen: ${municipality}`, async ({ page }) => {
    await page.goto(`/${municipality}/samtale`);
    expect(await isWhole(page.getByRole('heading', { level: 1 }))).toBe(true);
    expect(await isWhole(page.locator('.guide .rows button').first())).toBe(true);
  });
}

test('all municipalities and the way back to an appointment are on the first screen of the front page', async ({ page }) => {
  await page.goto('/');
  for (const row of await page.locator('.rows a').all()) expect(await isWhole(row)).toBe(true);
  expect(await isWhole(page.getByRole('main').getByRole('link', { name: /Se din aftale/ }))).toBe(true);
});
