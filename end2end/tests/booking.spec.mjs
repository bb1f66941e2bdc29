// A time is booked without a name, and found again by code: by keyboard, with and without JavaScript.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerAll, choices, isAskedOn, question } from '../answers.mjs';

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

test('from the front page to a time that is held in six presses', async ({ page }) => {
  for (const municipality of ['Horsens', 'Randers', 'Skanderborg', 'Slagelse', 'Vejle']) {
    await page.goto('/');
    let presses = 0;
    const press = async (target) => {
      const before = await question(page).innerText();
      await target.click();
      if (await isAskedOn(page, before)) presses += 1;
    };
    await press(page.getByRole('main').getByRole('link', { name: new RegExp(municipality) }));
    await press(page.getByRole('link', { name: /^Aftal en anonym samtale/ }).first());
    while ((await choices(page).count()) > 0) await press(choices(page).first());
    await expect(page.getByText('Vi holder tiden for dig')).toBeVisible();
    expect(presses).toBeLessThanOrEqual(6);
  }
});

test('another time than the first is chosen from its day, and is marked when it is changed', async ({ page }) => {
  await page.goto('/slagelse/samtale');
  await page.getByRole('button', { name: /^En voksen/ }).click();
  await page.getByRole('button', { name: /^Jeg ringer/ }).click();
  await page.locator('.day summary').nth(2).click();
  const time = page.locator('.day').nth(2).locator('.time').first();
  const value = await time.getAttribute('value');
  await time.click();
  await expect(question(page)).toHaveText('Er det rigtigt?');
  await page.getByRole('button', { name: /^Ret: Hvornår/ }).click();
  await expect(page.locator(`.time[value="${value}"]`)).toBeVisible();
  await expect(page.locator(`.time[value="${value}"]`)).toHaveAttribute('aria-current', 'true');
});

test('every page of the way is clean to axe', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'axe is a script');
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  };
  await page.goto('/horsens/samtale');
  await answerAll(page, check);
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
  await expect(choices(page).first()).toContainText('Dit forrige svar');
  await page.getByRole('button', { name: /^Vi mødes/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Hvordan vil du helst tale?');
  await answerAll(page);
  await expect(page.getByText('Vi mødes', { exact: true })).toBeVisible();
});
