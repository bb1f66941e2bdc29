// The desk with script: pages stay up to date, keys lead through the day, and a word is said before a session ends.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from '../desk.mjs';
import { DESK } from '../pages.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const DAY = '/desk/dag/2026-11-24';
const MINUTE = 60_000;

test('a call that a colleague takes moves by itself, and nothing opened is closed', async ({ page, browser }) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await signIn(page, 'slagelse', 'lead');
  await page.goto('/desk/opkald');
  const taken = page.getByRole('heading', { name: /^Taget af kolleger/ });
  await expect(taken).toHaveCount(0);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'slagelse', 'counsellor');
  await other.goto('/desk/opkald');
  await other.getByRole('button', { name: /^Tag opkaldet/ }).first().click();
  await page.clock.fastForward(MINUTE);
  await expect(taken).toBeVisible();
  await expect(page.locator('#desk-state')).toHaveText('Siden er opdateret.');
  const back = page.locator('[data-live] details').filter({ hasText: 'Læg opkaldet tilbage' }).last();
  await back.locator('summary').click();
  await other.getByText('Læg opkaldet tilbage', { exact: true }).click();
  await other.locator('.card select[name=REASON]').selectOption('NO_TIME');
  await other.getByRole('button', { name: 'Læg tilbage' }).click();
  const answer = page.waitForResponse('**/desk/opkald');
  await page.clock.fastForward(MINUTE);
  await answer;
  await expect(taken, 'what somebody has opened stays').toBeVisible();
  await context.close();
});

test('a word before the session ends, and none while somebody writes', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await signIn(page, 'vejle', 'counsellor');
  const asked = [];
  let left = 2;
  await page.route('**/desk/session', (route) => {
    const byItself = route.request().headers()['x-by-itself'] === '1';
    asked.push(byItself);
    if (!byItself) left = 15;
    return route.fulfill({ body: String(left) });
  });
  await page.goto('/desk/aftal');
  const bar = page.locator('#session');
  await expect(bar).toBeHidden();
  await page.clock.fastForward(MINUTE);
  await expect(bar).toContainText('Du bliver logget ud om 2 min.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await bar.getByRole('button', { name: 'Bliv logget ind' }).click();
  await expect(bar).toBeHidden();
  await page.getByLabel('Borgeren ringer op').check();
  await page.clock.fastForward(MINUTE);
  await expect.poll(() => asked).toEqual([true, false, false]);
  left = 0;
  await page.clock.fastForward(MINUTE);
  await expect(bar).toContainText('Du er logget ud.');
  await expect(bar.getByRole('button')).toBeHidden();
  await expect(page.getByLabel('Borgeren ringer op')).toBeChecked();
});

test('keys lead through the day, are shown by "?", keep out of the way of typing and can be turned off', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, 'vejle', 'lead');
  await page.goto(DAY);
  const times = await page.locator('.slot a strong').allInnerTexts();
  const inOrder = times.map((text) => parseFloat(text)).sort((one, other) => one - other);
  const focused = () => page.evaluate(() => parseFloat(document.activeElement.innerText));
  await page.keyboard.press('k');
  expect(await focused(), 'the last').toBe(inOrder.at(-1));
  for (const _ of inOrder) await page.keyboard.press('k');
  expect(await focused(), 'the first, and no further').toBe(inOrder[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(inOrder[2]);
  await page.keyboard.press('k');
  expect(await focused()).toBe(inOrder[1]);
  await page.keyboard.press('Enter');
  await expect(page.locator('.card')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag 25. november 2026');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uge 48, fra 23. november 2026');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opkald');
  await page.goto('/desk/ansatte');
  await page.getByText('Inviter en kollega').click();
  await page.getByLabel('Navn', { exact: true }).focus();
  await page.keyboard.type('Bo');
  await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('Bo');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Næste aftale');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel('Brug genveje').uncheck({ force: true });
  await page.getByRole('button', { name: 'Luk' }).click();
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ansatte');
});

test('no page of the desk is twice as long as the screen', async ({ page }) => {
  await signIn(page, 'vejle', 'lead');
  for (const { path } of DESK.filter(({ lang }) => lang === 'da')) {
    for (const [width, height] of [[1280, 800], [768, 1024], [360, 740]]) {
      await page.setViewportSize({ width, height });
      await page.goto(path);
      expect.soft(await page.evaluate(() => document.documentElement.scrollHeight), `${path} at ${width}`).toBeLessThan(2 * height);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});
