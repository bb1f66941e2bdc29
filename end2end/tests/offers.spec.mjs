import { expect, test } from '@playwright/test';

const LIST = '/skanderborg/tilbud';
const offers = (page) => page.locator('.offer');
const count = (page) => page.getByRole('status');

async function filter(page, choose) {
  await page.goto(LIST);
  await page.getByText('Vis kun det, der passer').click();
  await choose();
  await page.getByRole('button', { name: 'Vis tilbud' }).click();
  await expect(page.getByRole('link', { name: 'Vis alle igen' })).toBeVisible();
  await expect(count(page)).toBeInViewport();
  await expect(page).toHaveURL(/\/skanderborg\/tilbud(#resultat)?$/);
  // What was chosen stands beside the count; the form is folded, and can be opened again.
  await page.getByText('Vis kun det, der passer').click();
}

/** The number that a choice promises, as in "Stoffer (27)". */
const promised = (text) => Number(/\((\d+)\)/.exec(text)[1]);

test('the list shows all 30 offers of the municipality', async ({ page }) => {
  await page.goto(LIST);
  await expect(offers(page)).toHaveCount(30);
  await expect(count(page)).toHaveText('30 tilbud');
});

test('showing only help with drugs shortens the list, keeps the choice and leaves no trace in the address', async ({ page }) => {
  const select = page.getByLabel('Alkohol eller stoffer?');
  let number;
  await filter(page, async () => {
    number = promised(await select.locator('option[value=DRUGS]').innerText());
    await select.selectOption('DRUGS');
  });
  expect(number).toBeGreaterThan(0);
  expect(number).toBeLessThan(30);
  await expect(offers(page)).toHaveCount(number);
  await expect(count(page)).toHaveText(`${number} tilbud`);
  await expect(select).toBeVisible();
  await expect(select).toHaveValue('DRUGS');
  await expect(page.getByRole('link', { name: 'Abstinenser og medicin ved alkohol' })).toHaveCount(0);
});

test('showing only where one may be anonymous shortens the list and keeps the choice', async ({ page }) => {
  const box = page.getByRole('checkbox', { name: /Kun hvor du kan være anonym/ });
  let number;
  await filter(page, async () => {
    const label = page.locator('label[for=ANONYMOUS]');
    number = promised(await label.innerText());
    await label.click();
  });
  expect(number).toBeGreaterThan(0);
  expect(number).toBeLessThan(30);
  await expect(offers(page)).toHaveCount(number);
  await expect(box).toBeChecked();
  for (const offer of await offers(page).all()) await expect(offer.getByText('Du kan være anonym', { exact: true })).toBeVisible();
});

test('a second choice narrows further, by as much as it promises, and all can be shown again', async ({ page }) => {
  await filter(page, () => page.getByLabel('Alkohol eller stoffer?').selectOption('DRUGS'));
  const forDrugs = await offers(page).count();
  const label = page.locator('label[for=ANONYMOUS]');
  const both = promised(await label.innerText());
  expect(both).toBeLessThan(forDrugs);
  await label.click();
  await page.getByRole('button', { name: 'Vis tilbud' }).click();
  await expect(count(page)).toHaveText(`${both} tilbud`);
  await expect(offers(page)).toHaveCount(both);
  await page.getByRole('link', { name: 'Vis alle igen' }).click();
  await expect(offers(page)).toHaveCount(30);
  await expect(page).toHaveURL(/\/skanderborg\/tilbud$/);
});

test('a choice is taken back by a press, and the others stay', async ({ page }) => {
  await filter(page, async () => {
    await page.getByLabel('Alkohol eller stoffer?').selectOption('DRUGS');
    await page.locator('label[for=ANONYMOUS]').click();
  });
  const both = await offers(page).count();
  await page.getByRole('button', { name: 'Fjern: Kun hvor du kan være anonym' }).click();
  await expect(page.getByRole('button', { name: /^Fjern: / })).toHaveCount(1);
  expect(await offers(page).count()).toBeGreaterThan(both);
});

test('an offer says all there is to know before calling', async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole('link', { name: 'Behandling for hele familien' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Behandling for hele familien');
  const facts = page.locator('.fact');
  await expect(facts.getByRole('heading', { level: 2 })).toHaveText([
    'Hvem er det til?',
    'Hvad sker der?',
    'Hvor længe?',
    'Hvor?',
    'Hvad koster det?',
    'Hvordan får du det?',
    'Er der en frist?',
    'Kan du være anonym?',
    'Lov',
  ]);
  for (const fact of await facts.all()) expect((await fact.locator('p, li').allInnerTexts()).join('')).not.toBe('');
  await expect(page.locator('.fact.silent')).toContainText('Hvor tit?');
  await expect(page.getByRole('heading', { name: /^Næste skridt: / })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: '87 94 75 80' })).toHaveAttribute('href', 'tel:+4587947580');
  await expect(page.getByText(/^Kilde: Kommunens kvalitetsstandard, .*§/)).toBeVisible();
});

test('BRUS, which is over, says so in the list and on its own page', async ({ page }) => {
  await page.goto(LIST);
  const brus = offers(page).filter({ hasText: 'BRUS for børn og unge' });
  await expect(brus.getByText('Findes måske ikke længere')).toBeVisible();
  await brus.getByRole('link').click();
  await expect(page.getByText('Findes måske ikke længere. Kommunens regler lover kun dette til og med 31. juli 2025.')).toBeVisible();
});

test('an offer that does not exist leads on to those that do', async ({ page }) => {
  const answer = await page.goto(`${LIST}/nope`);
  expect(answer.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det tilbud findes ikke');
  await page.getByRole('main').getByRole('link', { name: 'Alle tilbud' }).click();
  await expect(offers(page)).toHaveCount(30);
});
