import { expect, test } from '@playwright/test';
import { bytes } from '../bytes.mjs';
import { awake } from '../guide.mjs';
import { ALL, open } from '../pages.mjs';

const KB = 1000;
const BUDGET = { html: 14 * KB, list: 30 * KB, css: 12 * KB, js: 8 * KB, steps: 4 * KB, wasm: 60 * KB, calculator: 72 * KB, view: 60 * KB, requests: 6 };

const kindOf = (address) => /\.(css|js|wasm|woff2|svg)$/.exec(new URL(address).pathname)?.[1] ?? 'html';

/** The files of the first view: what the browser asks for, and the icon, which it does not report. */
async function firstView(page, one) {
  const asked = new Set();
  page.on('request', (request) => asked.add(request.url()));
  await open(page, one);
  if (one.island) await awake(page);
  asked.add(await page.locator('link[rel=icon]').evaluate((link) => link.href));
  return [...asked];
}

async function measure(page, one) {
  const sizes = { html: 0, css: 0, js: 0, wasm: 0, woff2: 0, svg: 0 };
  const files = await firstView(page, one);
  for (const file of files) {
    const kind = kindOf(file);
    const { size, encoding } = await bytes(file, kind === 'html' ? one.form : undefined);
    if (kind !== 'woff2') expect(encoding, file).toBe('br');
    sizes[kind] += size;
  }
  const view = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  return { ...sizes, view, requests: files.length };
}

for (const one of ALL) {
  test(`is small enough for a slow network: ${one.title}`, async ({ page }) => {
    const { html, css, js, wasm, view, requests } = await measure(page, one);
    const html_budget = /\/(tilbud|regler)$/.test(one.path) ? BUDGET.list : BUDGET.html;
    expect.soft(html, 'HTML').toBeLessThanOrEqual(html_budget);
    expect.soft(css, 'CSS').toBeLessThanOrEqual(BUDGET.css);
    if (one.island) {
      const wasm_budget = /\/frist$/.test(one.path) ? BUDGET.calculator : BUDGET.wasm;
      expect.soft(wasm, 'WebAssembly').toBeLessThanOrEqual(wasm_budget);
      expect.soft(js, 'JavaScript').toBeLessThanOrEqual(BUDGET.js);
      expect.soft(wasm, 'WebAssembly is there').toBeGreaterThan(0);
    } else {
      expect.soft(wasm, 'WebAssembly').toBe(0);
      expect.soft(js, 'script').toBeLessThanOrEqual(one.steps ? BUDGET.steps : 0);
      expect.soft(view, 'first view').toBeLessThanOrEqual(BUDGET.view);
      expect.soft(requests, 'requests').toBeLessThanOrEqual(BUDGET.requests + (one.steps ? 1 : 0));
    }
  });
}
