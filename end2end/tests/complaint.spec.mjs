// Complaining on a phone, with and without JavaScript: from the start page to the answer.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from '../desk.mjs';

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Answers the questions about somebody's tone in Vejle, up to the page on which one writes. */
async function begin(page) {
  await page.goto('/vejle/klage');
  await press(page, 'Begynd');
  await page.getByRole('button', { name: /Den måde, jeg er blevet mødt på/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Klagen går til: Lederen af din afdeling');
  await press(page, 'Skriv klagen');
  await page.getByLabel('Jeg klager selv', { exact: true }).check();
  await press(page, 'Fortsæt');
  await page.getByLabel('Kun her, med min kode').check();
  await press(page, 'Fortsæt');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skriv din klage');
}

async function send(page, words) {
  await page.getByLabel('Hvad er du utilfreds med?').fill(words);
  // Nobody reads and answers a form in less.
  await expect(async () => {
    await press(page, 'Send klagen');
    await expect(page.getByRole('heading', { name: 'Klagen er modtaget' })).toBeVisible({ timeout: 500 });
  }).toPass();
}

const told = (page, label) => page.locator('.answer', { has: page.getByText(label, { exact: true }) }).locator('dd').innerText();

async function expectNoProblems(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'nothing sticks out').toBeLessThanOrEqual(0);
}

test('somebody complains, checks the receipt, is answered and reads it under the code', async ({ page, browser, javaScriptEnabled }) => {
  await begin(page);
  await send(page, 'Jeg blev talt grimt til.');
  if (javaScriptEnabled) await expectNoProblems(page);
  const [number, words] = [await told(page, 'Nummer'), await told(page, 'Kontrolord')];
  const code = (await page.locator('p.code').innerText()).replace(/\D/g, '');

  await page.goto('/kvittering');
  await page.getByLabel('Nummer').fill(number.toLowerCase());
  await page.getByLabel('Kontrolord').fill(words);
  await press(page, 'Kontroller');
  await expect(page.getByText('Kvitteringen er ægte')).toBeVisible();
  if (javaScriptEnabled) await expectNoProblems(page);

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled })).newPage();
  await signIn(desk, 'vejle', 'lead');
  await desk.goto('/desk/klager');
  await desk.getByRole('link', { name: number }).click();
  await expect(desk.getByText('Jeg blev talt grimt til.')).toBeVisible();
  if (javaScriptEnabled) await expectNoProblems(desk);
  await desk.getByLabel('Ja: det bliver ændret').check();
  await desk.getByLabel('Dit svar').fill('Det beklager vi. Vi har talt med personalet.');
  await desk.locator('form', { hasText: 'Svar på klagen' }).getByRole('button', { name: 'Send', exact: true }).click();
  await expect(desk.getByText('Det er gemt.')).toBeVisible();
  await desk.context().close();

  await page.goto('/kode');
  await page.getByLabel(/kode/i).first().fill(code);
  await press(page, 'Vis min aftale');
  await press(page, 'Se din klage');
  await expect(page.getByText('Du har fået ret.')).toBeVisible();
  await expect(page.getByText('Det beklager vi. Vi har talt med personalet.').first()).toBeVisible();
  if (javaScriptEnabled) await expectNoProblems(page);
});

test('what was written stays, whatever is changed meanwhile', async ({ page }) => {
  await begin(page);
  const words = 'Først det ene. Så det andet. </textarea><script>alert(1)</script>';
  await page.getByLabel('Hvad er du utilfreds med?').fill(words);
  await page.getByRole('button', { name: 'Ret: Klagen handler om' }).click();
  await page.getByRole('button', { name: /Selve stedet/ }).click();
  await press(page, 'Skriv klagen');
  await expect(page.getByLabel('Hvad er du utilfreds med?')).toHaveValue(words);
  await page.getByRole('link', { name: 'English' }).or(page.getByRole('button', { name: 'English' })).click();
  await expect(page.getByLabel('What are you unhappy with?')).toHaveValue(words);
});

/** A PDF of so many bytes, as a browser sends it. */
const paper = (name, size) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'a'.repeat(size)}\n%%EOF\n`) });

test('files go along: a bad one is told of, the rest stays, and whoever reads gets them and the package', async ({ page, browser, javaScriptEnabled }) => {
  await page.goto('/vejle/klage');
  await press(page, 'Begynd');
  await page.getByRole('button', { name: /En afgørelse om hjælp med stoffer/ }).click();
  await page.getByLabel('Den dag blev afgørelsen taget').check();
  await page.getByLabel('Dag', { exact: true }).fill('2');
  await page.getByLabel('Måned').fill('11');
  await page.getByLabel('År').fill('2026');
  await press(page, 'Fortsæt');
  await press(page, 'Skriv klagen');
  await page.getByLabel('Jeg klager selv', { exact: true }).check();
  await press(page, 'Fortsæt');
  await page.getByLabel('Kun her, med min kode').check();
  await press(page, 'Fortsæt');
  await page.getByLabel('Hvad er du utilfreds med?').fill('Jeg fik nej.');
  const lie = { name: 'brev.pdf', mimeType: 'application/pdf', buffer: Buffer.from('PK\x03\x04 en zip') };
  await page.getByLabel('Vedlæg filer, hvis du vil').setInputFiles([lie, paper('afslag.pdf', 300_000), paper('andet.pdf', 900)]);
  await press(page, 'Send klagen');
  await expect(page.getByRole('alert')).toContainText('brev.pdf er hverken PDF, JPEG eller PNG');
  await expect(page.getByText('Det er vedlagt')).toBeVisible();
  if (javaScriptEnabled) await expectNoProblems(page);
  await page.getByRole('button', { name: 'Fjern: andet.pdf' }).click();
  await expect(page.getByText('andet.pdf')).toHaveCount(0);
  await send(page, 'Jeg fik nej.');
  await expect(page.getByText('En fil fulgte med klagen.')).toBeVisible();
  const number = await told(page, 'Nummer');

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled })).newPage();
  await signIn(desk, 'vejle', 'manager');
  await desk.goto('/desk/klager');
  await desk.getByRole('link', { name: number }).click();
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: 'afslag.pdf' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^klage-\w{10}-bilag-1\.pdf$/);
  await desk.getByLabel('Nej: det bliver stående').check();
  await desk.getByLabel('Dit svar').fill('Vi fastholder.');
  await desk.locator('form', { hasText: 'Svar på klagen' }).getByRole('button', { name: 'Send', exact: true }).click();
  await expect(desk.getByText('Det er gemt.')).toBeVisible();
  if (javaScriptEnabled) await expectNoProblems(desk);
  const [pack] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: 'Hent pakken' }).click()]);
  expect(pack.suggestedFilename()).toMatch(/^klage-\w{10}\.zip$/);
  await desk.context().close();
});
