// A time is booked without a name, and found again by code: by keyboard, with and without JavaScript.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

// Answers every question with its first choice, by keyboard alone.
async function answerAll(page) {
  while ((await page.getByRole('radio').count()) > 0) {
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Fortsæt' }).focus();
    const heading = page.getByRole('heading', { level: 1 });
    const asked = await heading.innerText();
    await page.keyboard.press('Enter');
    await expect(heading).not.toHaveText(asked);
  }
}

async function book(page, municipality) {
  await page.goto(`/${municipality}`);
  await page.getByRole('link', { name: /^Aftal en anonym samtale/ }).first().click();
  await answerAll(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det rigtigt?');
  await page.getByRole('button', { name: 'Aftal tiden' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Din tid er aftalt');
  return (await page.locator('.code').innerText()).replace(/\s/g, '');
}

test('from the front page to the receipt and back by code, by keyboard, at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const code = await book(page, 'randers');
  expect(code).toMatch(/^\d{25}$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(page.url()).not.toContain(code);
  expect(await page.title()).not.toMatch(/rusmiddel|alkohol|stof|misbrug/i);
  await page.getByRole('main').getByRole('link', { name: /^Prøv, om du har skrevet koden rigtigt/ }).click();
  await page.getByLabel('Skriv din kode').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aflys', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Slet det hele nu' }).click();
  await page.getByRole('button', { name: 'Ja, slet det hele' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alt er slettet');
  expect(await page.context().cookies()).toEqual([]);
});

test('every page of the way is clean to axe', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'axe is a script');
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  };
  await page.goto('/horsens/samtale');
  while ((await page.getByRole('radio').count()) > 0) {
    await check();
    await page.getByRole('button', { name: 'Fortsæt' }).click();
    await expect(page.getByRole('alert')).toContainText('Vælg en af mulighederne.');
    await check();
    await page.getByRole('radio').first().check();
    const asked = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: 'Fortsæt' }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(asked);
  }
  await check();
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  await expect(page.locator('.code')).toBeVisible();
  await check();
  const code = await page.locator('.code').innerText();
  await page.goto('/kode');
  await check();
  await page.getByLabel('Skriv din kode').fill(code);
  await page.getByRole('button', { name: 'Vis min aftale' }).click();
  await expect(page.getByRole('button', { name: 'Slet det hele nu' })).toBeVisible();
  await check();
  await page.getByRole('button', { name: 'Slet det hele nu' }).click();
  await expect(page.getByRole('button', { name: 'Ja, slet det hele' })).toBeVisible();
  await check();
});

test('an answer is changed from the check, and the others stay', async ({ page }) => {
  await page.goto('/slagelse/samtale');
  await answerAll(page);
  await page.getByRole('button', { name: /^Ret: Hvordan/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvordan vil du helst tale?');
  await page.getByLabel('Vi mødes').check();
  await page.getByRole('button', { name: 'Fortsæt' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Hvordan vil du helst tale?');
  await answerAll(page);
  await expect(page.getByText('Vi mødes', { exact: true })).toBeVisible();
});
