import { expect, test } from '@playwright/test';
import { FAMILY, OUTCOME, answer, awake, enter, question } from '../guide.mjs';
import { ALL, open } from '../pages.mjs';

/** Everything a site can leave in a browser. */
const kept = (page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const NOTHING = { cookies: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 };

/** Notes requests and complaints of the browser from now on. */
function watch(page) {
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message));
  page.on('pageerror', (error) => complaints.push(error));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure().errorText}`));
  return { requests, complaints };
}

for (const one of ALL) {
  test(`asks nobody else and keeps nothing: ${one.title}`, async ({ page, context, baseURL }) => {
    const { requests, complaints } = watch(page);
    const response = await open(page, one);
    if (one.island) await awake(page);

    expect(new Set(requests.map((request) => new URL(request.url()).origin))).toEqual(new Set([baseURL]));
    await expect(page.locator('link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch], a[ping], iframe, object, embed')).toHaveCount(0);
    expect(await context.cookies()).toEqual([]);
    expect(await response.headerValue('set-cookie')).toBeNull();
    expect(await kept(page)).toEqual(NOTHING);

    const scripts = requests.filter((request) => request.resourceType() === 'script');
    const policy = await response.headerValue('content-security-policy');
    if (one.island) {
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      await expect(page.locator('script')).toHaveCount(1);
    } else if (one.steps) {
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('wasm-unsafe-eval');
      await expect(page.locator('script')).toHaveCount(1);
    } else {
      expect(policy).not.toMatch(/script-src|wasm-unsafe-eval/);
      await expect(page.locator('script')).toHaveCount(0);
      expect(scripts).toEqual([]);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("'unsafe-");
    expect(await response.headerValue('cache-control')).toBe('no-store');

    // The browser reports the page's own status of 4xx; nothing else may be reported.
    const own = one.status >= 400 ? [`Failed to load resource: the server responded with a status of ${one.status}`] : [];
    const texts = complaints.map((complaint) => complaint.text?.() ?? String(complaint));
    expect(texts.map((text) => text.replace(/ \([^)]*\)$/, ''))).toEqual(own);
  });
}

test('a whole way through the guide and out to an offer leaves nothing in the browser', async ({ page, context, baseURL }) => {
  const { requests, complaints } = watch(page);
  await enter(page, /Jeg har brug for hjælp/);
  await answer(page, FAMILY);
  await expect(question(page)).toHaveText(OUTCOME);
  await page.getByRole('link', { name: 'Behandling for hele familien' }).click();
  await expect(question(page)).toHaveText('Behandling for hele familien');
  expect(await kept(page)).toEqual(NOTHING);
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
  expect(new Set(requests.map((request) => new URL(request.url()).origin))).toEqual(new Set([baseURL]));
  for (const request of requests) expect(request.url()).not.toMatch(/[?&]|ALCOHOL|CITIZEN/);
});
