// Passkeys, with an authenticator that Chromium makes up.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { NOW, digits, signIn } from '../desk.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const BASE = 'http://localhost:4173';
const STEP = 30_000;

/** A device with a fingerprint, on which a key can be found without a name. */
async function addDevice(page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { send: (what, options) => browser.send(`WebAuthn.${what}`, { authenticatorId, ...options }) };
}

/** Signs in with the app, and makes a key with the digits that come after those. */
async function makeKey(page, municipality, role, name) {
  const device = await addDevice(page);
  const { login, key } = await signIn(page, municipality, role, { base: BASE });
  await page.goto(`${BASE}/desk/adgang`);
  await page.getByLabel('Hvad skal den hedde?').fill(name);
  await page.getByLabel('Seks cifre fra din app').fill(digits(key, NOW + STEP));
  await page.getByRole('button', { name: 'Videre' }).click();
  await page.getByRole('button', { name: 'Lav nøglen' }).click();
  await expect(page.getByText('Adgangsnøglen er gemt.')).toBeVisible();
  return { device, login };
}

const signOut = (page) => page.getByRole('button', { name: 'Log ud', exact: true }).click();
const button = (page) => page.getByRole('button', { name: 'Log ind med adgangsnøgle' });

test('a key is made once and signs in by one press, without name, password or digits', async ({ page }) => {
  const { device } = await makeKey(page, 'vejle', 'counsellor', 'Kontor');
  await expect(page.getByRole('row', { name: /Kontor/ })).toContainText('23. november 2026');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await signOut(page);
  await expect(page).toHaveURL(/log-ind/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/desk/log-ind'));
  await button(page).press('Enter');
  await page.waitForURL(/\/desk$/);
  await expect(page.getByRole('link', { name: /Rådgiver$/ })).toBeVisible();

  // What was signed holds once, also in somebody else's browser.
  const body = (await sent).postData();
  const again = await page.request.post(`${BASE}/desk/log-ind`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: BASE },
    data: body,
    maxRedirects: 0,
  });
  expect(again.status()).toBe(422);
  expect(await again.text()).toContain('kom for sent eller er brugt');

  // Without the key on the device nobody comes in, and the page says how else.
  await signOut(page);
  await device.send('clearCredentials');
  await button(page).click();
  await expect(page.getByRole('alert')).toHaveText(/^Det lykkedes ikke\. Prøv igen, eller log ind med adgangskode/);
});

test('where one was going outlasts signing in with a key, and a draft of nobody knows whom is not shown', async ({ page }) => {
  await makeKey(page, 'randers', 'lead', 'Telefon');
  await signOut(page);
  await page.goto(`${BASE}/desk/log`);
  await expect(page).toHaveURL(/log-ind\?til=/);
  await button(page).click();
  await page.waitForURL(/\/desk\/log(\?|$)/);
  await expect(page.getByRole('cell', { name: /Loggede ind med adgangsnøgle.*Telefon/ }).first()).toBeVisible();
  await page.goto(`${BASE}/desk/ansatte`);
  await page.getByText('Inviter en kollega').click();
  await page.getByLabel('Navn', { exact: true }).fill('Birthe (opdigtet)');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Lav invitationen' }).click();
  await button(page).click();
  // With the cookie it is gone who wrote it: another one may be at the keys.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mandag 23. november 2026');
  await expect(page.getByText('Birthe (opdigtet)')).toHaveCount(0);
});

test('a key that was taken away, or that may be a copy, lets nobody in', async ({ page }) => {
  const { device } = await makeKey(page, 'horsens', 'lead', 'Kontor');
  const { credentials } = await device.send('getCredentials');
  await signOut(page);
  await button(page).click();
  await page.waitForURL(/\/desk$/);
  await signOut(page);
  // As it was before: it has counted less than the portal knows.
  await device.send('clearCredentials');
  await device.send('addCredential', { credential: { ...credentials[0], signCount: 0 } });
  await button(page).click();
  await expect(page.getByText('Den adgangsnøgle kendes ikke her.').first()).toBeVisible();
  await device.send('clearCredentials');
  await device.send('addCredential', { credential: { ...credentials[0], signCount: 100 } });
  await button(page).click();
  await page.waitForURL(/\/desk$/);
  await page.goto(`${BASE}/desk/log`);
  await expect(page.getByRole('cell', { name: /den kan være kopieret/ }).first()).toBeVisible();
  await page.goto(`${BASE}/desk/adgang`);
  await page.getByRole('button', { name: 'Fjern: Kontor' }).click();
  await expect(page.getByText('virker ikke mere her')).toBeVisible();
  await signOut(page);
  await button(page).click();
  await expect(page.getByText('Den adgangsnøgle kendes ikke her.').first()).toBeVisible();
});

test('whoever is shut out comes in by no key', async ({ page, browser }) => {
  const { login } = await makeKey(page, 'slagelse', 'counsellor', 'Telefon');
  await signOut(page);
  const context = await browser.newContext({ locale: 'da-DK' });
  const lead = await context.newPage();
  await signIn(lead, 'slagelse', 'lead');
  await lead.goto('http://127.0.0.1:4173/desk/ansatte');
  const row = lead.getByRole('row').filter({ hasText: login });
  await row.getByText(/^Luk ude nu/).click();
  await row.getByRole('button', { name: 'Ja, gør det' }).locator('visible=true').click();
  await context.close();
  await button(page).click();
  await expect(page.getByText('Den adgangsnøgle kendes ikke her.').first()).toBeVisible();
});

test('digits are asked for before a key is made, and once', async ({ page }) => {
  await addDevice(page);
  const { key } = await signIn(page, 'skanderborg', 'counsellor', { base: BASE });
  await page.goto(`${BASE}/desk/adgang`);
  await page.getByLabel('Hvad skal den hedde?').fill('Telefon');
  await page.getByLabel('Seks cifre fra din app').fill(digits(key, NOW));
  await page.getByRole('button', { name: 'Videre' }).click();
  await expect(page.getByLabel('Hvad skal den hedde?')).toHaveValue('Telefon');
  await expect(page.getByText('virker kun én gang').first()).toBeVisible();
});

test('at another address than its own the portal offers no key', async ({ page }) => {
  await page.goto('http://127.0.0.1:4173/desk/log-ind');
  await expect(page.getByLabel('Brugernavn')).toBeVisible();
  await expect(button(page)).toBeHidden();
});
