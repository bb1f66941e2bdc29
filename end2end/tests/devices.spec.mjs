// What reads and shows a page otherwise: forced colours, paper, large letters on few lines, a screen reader.
import { expect, test } from '@playwright/test';
import { textSize } from '../neutral.mjs';

/** Books the first free time; the receipt. */
async function book(page) {
  await page.goto('/slagelse/samtale');
  const heading = page.getByRole('heading', { level: 1 });
  while ((await page.locator('fieldset button').count()) > 0) {
    const asked = await heading.innerText();
    await page.locator('fieldset button').first().click();
    await expect(heading).not.toHaveText(asked);
  }
  const first = page.locator('main button[name=TIME]').first();
  if (await first.count()) await first.click();
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  await expect(heading).toHaveText('Din tid er aftalt');
}

test('forced colours show what is chosen, and the way out', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/skanderborg/frist');
  const chosen = page.locator('input[type=radio]').first();
  await chosen.check({ force: true });
  const seen = await chosen.evaluate((radio) => {
    const style = (place) => getComputedStyle(radio.nextElementSibling, place);
    return { dot: style('::after').backgroundColor, ground: getComputedStyle(document.body).backgroundColor, ring: style('::before').borderTopWidth };
  });
  expect(seen.dot).not.toBe(seen.ground);
  expect(parseFloat(seen.ring)).toBeGreaterThanOrEqual(1);
  const border = await page.locator('.exit').evaluate((exit) => getComputedStyle(exit).borderTopWidth);
  expect(parseFloat(border)).toBeGreaterThanOrEqual(1);
});

test('paper shows what is folded on the screen', async ({ page }) => {
  await page.goto('/hvad-vi-gemmer');
  const folded = page.locator('details:not([open]) > *:not(summary)').first();
  expect(await folded.evaluate((inside) => inside.checkVisibility())).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const hidden = await page.locator('details:not([open]) > *:not(summary)').evaluateAll((all) => all.filter((inside) => !inside.checkVisibility() || inside.getBoundingClientRect().height === 0).length);
  expect(hidden).toBe(0);
});

test('a receipt is one sheet of paper', async ({ page }) => {
  await book(page);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test('a code is read digit by digit', async ({ page }) => {
  await book(page);
  const code = (await page.locator('.code').innerText()).replace(/\D/g, '');
  const read = await page.locator('.tear').ariaSnapshot();
  expect(read).toContain(code.slice(0, 5).split('').join(' '));
  expect(read).not.toContain(code.slice(0, 5));
});

test('on a screen of few lines the way out stays, and the header does not', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/skanderborg/tilbud');
  const position = () => page.locator('.portal-info').evaluate((header) => getComputedStyle(header).position);
  expect(await position()).toBe('sticky');
  await textSize(page, 32);
  expect(await position()).toBe('static');
  await page.evaluate(() => scrollTo(0, 1500));
  await expect(page.locator('.exit')).toBeInViewport();
});

test('the other language of an opened code does not ask for the code again', async ({ page }) => {
  await book(page);
  const code = await page.locator('.code').innerText();
  await page.goto('/kode');
  await page.getByLabel('Din kode').fill(code);
  await page.getByRole('button', { name: 'Vis min aftale' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Din aftale');
  await page.locator('.switch').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your appointment');
});
