import { expect, test } from '@playwright/test';
import { FAMILY, OUTCOME, SKIP, answer, awake, choice, choose, enter, fitting, proceed, question, skipTheRest, showAll } from '../guide.mjs';

const SELF = /Jeg har brug for hjælp/;
const offer = (page, title) => page.locator('.offer', { has: page.getByRole('link', { name: title, exact: true }) });
const progress = (page) => page.locator('.progress');

test('a 45-year-old who drinks and has children finds help for the whole family, and reads why', async ({ page }) => {
  await enter(page, SELF);
  await answer(page, FAMILY);
  await expect(question(page)).toHaveText(OUTCOME);
  const family = offer(page, 'Behandling for hele familien');
  await expect(family).toContainText('Hvorfor: din alder passer (30 år og derover) og der er børn under 18 år i dit liv.');
  await expect(offer(page, 'Råd uden tilmelding')).toBeVisible();
  await expect(page.getByRole('link', { name: '87 94 75 80' })).toHaveAttribute('href', 'tel:+4587947580');
});

test('the outcome says what does not fit, and why not', async ({ page }) => {
  await enter(page, SELF);
  await answer(page, FAMILY);
  await page.getByText('Det, der ikke passer, og hvorfor').click();
  const row = page.getByRole('listitem').filter({ hasText: 'MOVE: et fast forløb for unge' });
  await expect(row).toBeVisible();
  await expect(row).toContainText('15-29 år');
});

test('a mother of a young person finds talks for parents', async ({ page }) => {
  await enter(page, /Jeg er pårørende/);
  await answer(page, [
    ['Hvem er du bekymret for', "Mit barn"],
    ['Hvor gammel er du selv', '18 år og derover'],
    ['Hvor gammel er den', '13-29 år'],
  ]);
  await skipTheRest(page);
  await expect(question(page)).toHaveText(OUTCOME);
  await expect(offer(page, 'Samtaler for forældre til unge')).toBeVisible();
});

test('a 16-year-old enters by "Jeg er ung" and finds help for the young', async ({ page }) => {
  await enter(page, /Jeg er ung/);
  await answer(page, [
    ['Hvor gammel er du', '15-17 år'],
    ['Hvem handler det om', 'Mig selv'],
    ['alkohol eller stoffer', 'Stoffer'],
  ]);
  await skipTheRest(page);
  await expect(offer(page, 'MOVE: et fast forløb for unge')).toContainText('din alder passer (15-29 år)');
  await expect(offer(page, 'Råd til unge')).toBeVisible();
  await expect(offer(page, 'Behandling for hele familien')).toHaveCount(0);
});

test('a teacher finds advice about young people first, and nothing for others', async ({ page }) => {
  await enter(page, /Jeg møder det i mit arbejde/);
  await answer(page, [['Hvor gammel er den', '13-29 år']]);
  await skipTheRest(page);
  await expect(question(page)).toHaveText(OUTCOME);
  expect(await fitting(page)).toEqual(['Råd til lærere og andre, der arbejder med unge', 'Råd til fagfolk']);
  await expect(page.getByRole('heading', { name: /^Næste skridt: Ungerådgivningen/ })).toBeVisible();
});

test('whoever skips every question still gets help, with the conditions', async ({ page }) => {
  await enter(page, SELF);
  await skipTheRest(page);
  await expect(question(page)).toHaveText(OUTCOME);
  expect((await fitting(page))[0]).toBe('Råd uden tilmelding');
  await showAll(page);
  await expect(offer(page, 'Behandling for hele familien')).toContainText('Hvis');
});

test('one step back brings the question before, and the answer can be another', async ({ page }) => {
  await enter(page, SELF);
  await answer(page, [['alkohol eller stoffer', 'Alkohol']]);
  await expect(question(page)).toHaveText('Hvor gammel er du?');
  await page.getByRole('button', { name: 'Et skridt tilbage' }).click();
  await expect(question(page)).toHaveText('Handler det om alkohol eller stoffer?');
  await expect(progress(page)).toContainText('Spørgsmål 2 af højst');
  await awake(page);
  await answer(page, [['alkohol eller stoffer', 'Stoffer']]);
  await expect(question(page)).toHaveText('Hvor gammel er du?');
});

test('an answer can be corrected from the outcome, and the others stay', async ({ page }) => {
  await enter(page, SELF);
  await answer(page, FAMILY);
  await expect(question(page)).toHaveText(OUTCOME);
  await page.getByRole('button', { name: /^Ret ?: Har du børn under 18 år/ }).click();
  await expect(question(page)).toContainText('Har du børn under 18 år');
  await expect(choice(page, 'Ja')).toBeChecked();
  await awake(page);
  await choose(page, 'Nej');
  await proceed(page);
  await expect(question(page)).toHaveText(OUTCOME);
  await expect(offer(page, 'Behandling for hele familien')).toHaveCount(0);
  await expect(offer(page, 'Samtaler for dig og dine pårørende')).toBeVisible();
  const answers = page.locator('.chips');
  for (const kept of ['Mig selv', 'Alkohol', '30 år og derover']) await expect(answers.getByText(kept, { exact: true })).toBeVisible();
});

test('going on without choosing tells what is missing, leads to the first choice and forgets nothing', async ({ page }) => {
  await enter(page, SELF);
  await answer(page, [['alkohol eller stoffer', 'Alkohol']]);
  await expect(question(page)).toHaveText('Hvor gammel er du?');
  await awake(page);
  await proceed(page);
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('Se på det her, før du går videre');
  await expect(page.getByRole('group')).toHaveAccessibleDescription(/Vælg et svar, eller spring over/);
  await awake(page);
  await summary.getByRole('link', { name: 'Vælg et svar, eller spring over.' }).click();
  await expect(page.getByRole('radio').first()).toBeFocused();
  await expect(summary).toBeVisible();
  await expect(progress(page)).toContainText('Spørgsmål 3 af højst');
  await choose(page, '30 år og derover');
  await proceed(page);
  await skipTheRest(page);
  const answers = page.locator('.chips');
  for (const kept of ['Mig selv', 'Alkohol', '30 år og derover']) await expect(answers.getByText(kept, { exact: true })).toBeVisible();
});

test('the address stays /skanderborg/find all the way, and no cookie is set', async ({ page, context, baseURL }) => {
  const addresses = new Set();
  page.on('framenavigated', (frame) => addresses.add(frame.url()));
  await enter(page, SELF);
  await answer(page, FAMILY);
  await expect(question(page)).toHaveText(OUTCOME);
  expect([...addresses]).toEqual([`${baseURL}/skanderborg`, `${baseURL}/skanderborg/find`]);
  expect(await context.cookies()).toEqual([]);
});

test('whoever comes by the address itself begins with whom it is about', async ({ page }) => {
  await page.goto('/skanderborg/find');
  await awake(page);
  await expect(progress(page)).toContainText('Spørgsmål 1 af højst');
  await answer(page, [['Hvem handler det om', 'En, jeg møder i mit arbejde']]);
  await expect(question(page)).toHaveText('Hvor gammel er den, det handler om?');
});

test('each answer is a whole row to tap, and one can always skip', async ({ page }) => {
  await enter(page, SELF);
  await expect(choice(page, SKIP)).toBeVisible();
  for (const label of await page.locator('.guide .form-label').all()) {
    const box = await label.boundingBox();
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.width).toBeGreaterThanOrEqual(280);
  }
});

test('without JavaScript, English in the middle keeps the question and the answers', async ({ page }, info) => {
  // With JavaScript the answers are on the phone alone, and the form cannot know them.
  test.skip(info.project.use.javaScriptEnabled);
  await enter(page, SELF);
  await answer(page, [['alkohol eller stoffer', 'Alkohol']]);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/skanderborg\/find$/);
  await expect(question(page)).toHaveText('How old are you?');
  await expect(progress(page)).toContainText('Question 3 of at most');
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect(question(page)).toHaveText('Is it about alcohol or drugs?');
});
