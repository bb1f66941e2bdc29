// The script that wakes islands, among islands that only note that they were woken.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const own = (name) => readFileSync(new URL(`../../public/${name}`, import.meta.url), 'utf8');

const CLIENT = `
  window.woken = [];
  export default async () => {};
  export const hydrate = () => {};
  const note = (element) => window.woken.push(element.id);
  export function Outer(element) {
    note(element);
    const children = element.querySelector('leptos-children');
    if (children) children.$$on_hydrate = () => window.woken.push('context of ' + element.id);
  }
  export const Inner = note;
`;

const PAGE = `<!DOCTYPE html><title>Øer</title><a class="exit" href="/ud">Forlad siden</a>
  <leptos-island data-component="Outer" id="outer">
    <p><leptos-children>
      <leptos-island data-component="Inner" id="given"></leptos-island>
      <leptos-island data-component="Elsewhere" id="other bundle"></leptos-island>
    </leptos-children></p>
    <leptos-island data-component="Inner" id="own"></leptos-island>
  </leptos-island>
  <leptos-island data-component="Inner" id="after"></leptos-island>
  <script type="module" data-wasm="/loader/none.wasm" src="/loader/island.js"></script>`;

const FILES = {
  'index.html': PAGE,
  'island.js': own('island.js'),
  'wake.js': own('wake.js').replace("'client'", "'./client.js'"),
  'exit.js': own('exit.js'),
  'navigate.js': own('navigate.js'),
  'client.js': CLIENT,
};

test('islands wake from the outside in, and one among another\'s children has its context', async ({ page, baseURL }) => {
  await page.route('**/loader/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop();
    return route.fulfill({ body: FILES[name], contentType: name.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8' });
  });
  await page.goto(`${baseURL}/loader/index.html`);
  await expect(page.locator('html[data-awake]')).toBeAttached();
  expect(await page.evaluate(() => window.woken)).toEqual(['outer', 'context of outer', 'given', 'own', 'after']);
});
