// What is left of a plan in the browser's own files, once somebody has left it. (The whole browser: the headless shell has no
// sessions.) And that going back after it shows nothing.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browser, expect, test } from '@playwright/test';
import { chromium } from '../chromium.mjs';
import { PIN, enterFirst, openPlan } from '../plan.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const GOAL = 'Kvadrilleordet står i mit mål';
const NOTE = 'Fuglehatten står i min note';

/** Which of the words stand in a file of the folder, as bytes of either width. */
function written(folder, words) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return words.filter((word) => all.some((bytes) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))));
}

test('no word of a plan, no code and no digits stay in the files of a browser that has left it', async ({ baseURL, browser: own }) => {
  test.setTimeout(120_000);
  const desk = await (await own.newContext()).newPage();
  const { code } = await openPlan(desk, 'vejle', { base: baseURL });
  await desk.context().close();
  const folder = mkdtempSync(join(tmpdir(), 'traedesten-profile-'));
  const context = await browser.launchPersistentContext(folder, { ...chromium, baseURL, locale: 'da-DK' });
  const page = await context.newPage();
  await enterFirst(page, code);
  await page.getByRole('link', { name: 'Skriv et mål' }).click();
  await page.getByLabel('Hvad vil du gerne nå?').fill(GOAL);
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GOAL);
  await page.goto('/min-plan/noter');
  await page.getByLabel('Skriv en note', { exact: true }).fill(NOTE);
  // Who may read it is not chosen: the page comes back with what was typed.
  await page.getByRole('button', { name: 'Gem' }).click();
  await page.getByLabel('Kun mig').check();
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByText(NOTE)).toBeVisible();
  await context.route('**/*', (route) => (route.request().url().startsWith(baseURL) ? route.continue() : route.fulfill({ body: 'vejr' })));
  await page.getByRole('link', { name: 'Forlad siden' }).click();
  await expect(page.getByText(NOTE)).toHaveCount(0);
  await page.goBack().catch(() => {});
  await expect(page.getByText(GOAL)).toHaveCount(0);
  await context.close();
  const found = written(folder, [GOAL, NOTE, 'Kvadrilleordet', 'Fuglehatten', code, PIN]);
  rmSync(folder, { recursive: true, force: true });
  expect(found).toEqual([]);
});

test('after signing out nothing of the plan comes back', async ({ page, browser: own }) => {
  const desk = await (await own.newContext()).newPage();
  const { code } = await openPlan(desk, 'randers');
  await desk.context().close();
  await enterFirst(page, code);
  await page.getByRole('link', { name: 'Skriv et mål' }).click();
  await page.getByLabel('Hvad vil du gerne nå?').fill(GOAL);
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GOAL);
  await page.getByRole('button', { name: 'Log ud' }).click();
  await expect(page.getByLabel('Koden til planen')).toBeVisible();
  for (let times = 0; times < 4; times += 1) {
    await page.goBack().catch(() => {});
    await expect(page.getByText(GOAL)).toHaveCount(0);
  }
});
