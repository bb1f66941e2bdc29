// What a browser has written of a visit by the time it is closed: Chromium keeps the body of every form navigation in
// its session files. With script our forms are no navigations. (The whole browser: the headless shell has no sessions.)
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browser, expect, test } from '@playwright/test';
import { chromium } from '../chromium.mjs';

const TYPED = { search: 'kvadrilleordet', code: '1357924680', name: 'Fuglehatten' };

/** Which of the words stand in a file of the folder, as bytes of either width. */
function written(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const holds = (word) => all.some((bytes) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
  return Object.keys(TYPED).filter((kind) => holds(TYPED[kind]));
}

/** Searches, tries a code, and fills in the callback without a number; then closes the browser. */
async function visit(baseURL, javaScriptEnabled) {
  const folder = mkdtempSync(join(tmpdir(), 'traedesten-profile-'));
  const context = await browser.launchPersistentContext(folder, { ...chromium, baseURL, javaScriptEnabled, locale: 'da-DK' });
  const page = await context.newPage();
  await page.goto('/skanderborg/soeg');
  await page.getByRole('searchbox').fill(TYPED.search);
  await page.getByRole('button', { name: 'Søg' }).click();
  await expect(page.getByText('Vi fandt ikke noget')).toBeVisible();
  await page.goto('/kode');
  await page.getByRole('textbox').fill(TYPED.code);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.goto('/skanderborg/ring-mig-op');
  await page.getByRole('button', { name: '30 år' }).click();
  await page.locator('#NAME').fill(TYPED.name);
  await page.locator('#NAME').press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await context.close();
  const found = written(folder);
  rmSync(folder, { recursive: true, force: true });
  return found;
}

test('nothing that was typed is in a file of the browser', async ({ baseURL }) => {
  expect(await visit(baseURL, true)).toEqual([]);
});

test('without script it is: the check can tell', async ({ baseURL }) => {
  expect(await visit(baseURL, false)).toContain('search');
});
