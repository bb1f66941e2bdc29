// A conversation goes by itself, on both sides, where there is script.
import { expect, test } from '@playwright/test';
import { signIn } from '../desk.mjs';
import { openPortal } from '../own-portal.mjs';

test.skip(!process.env.PORTAL_BIN, 'a portal is started with its clock at the time of the talk');

const NOW = '2026-11-23T10:00:00+01:00';

/** Books in writing; the code, the alias and the time. */
async function book(page, base) {
  await page.goto(`${base}/vejle/samtale`);
  await page.getByRole('button', { name: /^En voksen/ }).click();
  await page.getByRole('button', { name: 'Det ved jeg ikke' }).click();
  await page.getByRole('button', { name: /^Vi skriver sammen/ }).click();
  await page.locator('.day summary').nth(1).click();
  const time = page.locator('.day').nth(1).locator('.time').last();
  const begins = await time.getAttribute('value');
  await time.click();
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  const code = await page.locator('.code').innerText();
  const alias = await page.locator('.ticket p:has-text("kender dig som") strong').innerText();
  return { code, alias, begins };
}

/** Tells the page that it is hidden, or seen again, as a browser would. */
const setHidden = (page, hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('messages come by themselves, a draft stays, and a hidden page asks for nothing', async ({ page, browser }) => {
  const portal = openPortal(NOW);
  const before = await portal.serveAt(NOW);
  const { code, alias, begins } = await book(page, before.base);
  // The receipt asks before it is left.
  page.on('dialog', (dialog) => dialog.accept());
  await before.stop();
  const now = `${begins}:00+01:00`;
  const { base, stop } = await portal.serveAt(now);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  try {
    await page.goto(`${base}/kode`);
    await page.getByLabel('Skriv din kode').fill(code);
    await page.getByRole('button', { name: 'Vis min aftale' }).click();
    await page.getByRole('button', { name: 'Gå ind og skriv' }).click();
    await expect(page.getByText('Nye beskeder kommer af sig selv.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Hent nye beskeder' })).toBeHidden();
    await signIn(desk, 'vejle', 'lead', { base, now: Date.parse(now), data: portal.data });
    await desk.goto(`${base}/desk/dag/${begins.slice(0, 10)}`);
    await desk.locator('.slot a', { hasText: alias }).click();
    await desk.getByRole('link', { name: 'Skriv sammen' }).click();
    await expect(page.getByText('Rådgiveren har siden åben nu.')).toBeVisible();
    await expect(desk.getByText('Borgeren har siden åben nu.')).toBeVisible();

    const draft = page.locator('textarea');
    await draft.fill('Jeg ved ikke, hvor jeg skal begynde');
    await desk.locator('textarea').fill('Godt, at du er her.');
    await desk.getByRole('button', { name: 'Send beskeden' }).click();
    await expect(page.locator('.talk')).toContainText('Godt, at du er her.');
    await expect(draft).toHaveValue('Jeg ved ikke, hvor jeg skal begynde');
    await page.getByRole('button', { name: 'Send beskeden' }).click();
    await expect(desk.locator('.talk')).toContainText('Jeg ved ikke, hvor jeg skal begynde');
    for (const side of [page, desk]) await expect(side.locator('.talk li')).toHaveCount(2);

    await setHidden(page, true);
    await desk.locator('textarea').fill('Tag dig god tid.');
    await desk.getByRole('button', { name: 'Send beskeden' }).click();
    await expect(desk.locator('.talk li')).toHaveCount(3);
    await expect(page.locator('.talk li')).toHaveCount(2);
    await setHidden(page, false);
    await expect(page.locator('.talk li')).toHaveCount(3);
    // The newest message and the field are on the screen of a phone whose keyboard is open.
    await page.setViewportSize({ width: 360, height: 640 });
    await draft.focus();
    for (const part of [page.locator('#nyeste'), draft]) await expect(part).toBeInViewport();
  } finally {
    await desk.context().close();
    await stop();
    portal.remove();
  }
});
