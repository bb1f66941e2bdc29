// Five people, each from the front page to what to do tomorrow.
import { expect, test } from '@playwright/test';
import { answer, awake, fitting, question, OUTCOME, skipTheRest } from '../guide.mjs';

/** From the front page, through the municipality, by a door, to the outcome. */
async function come(page, { municipality, door, answers }) {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: municipality }).click();
  await page.getByRole('button', { name: door }).click();
  await awake(page);
  await answer(page, answers);
  await skipTheRest(page);
  await expect(question(page)).toHaveText(OUTCOME);
}

const nextStep = (page) => page.locator('.you');

test('a wife in Vejle whose husband drinks and wants no help reads of CRAFT and whom to call', async ({ page }) => {
  await come(page, {
    municipality: 'Vejle Kommune',
    door: /Jeg er pårørende/,
    answers: [
      ['alkohol eller stoffer', 'Alkohol'],
      ['Hvem er du bekymret for', 'Min kæreste, mand eller kone, også tidligere'],
      ['Hvor gammel er du selv', '18 år og derover'],
      ['Hvor gammel er den', '25 år og derover'],
      ['anonym', 'Nej'],
      ['i behandling', 'Nej'],
    ],
  });
  expect((await fitting(page))[0]).toBe('CRAFT: når den anden drikker og ikke får hjælp');
  await expect(nextStep(page).getByRole('link', { name: '76 81 90 00' })).toBeVisible();
  // How old the rules are stands where they are read, and not where somebody looks for help.
  await expect(page.getByText('fornyet senest')).toHaveCount(0);
});

test('a 16-year-old in Horsens is led to U-turn, without a name', async ({ page }) => {
  await come(page, {
    municipality: 'Horsens Kommune',
    door: /Jeg er ung/,
    answers: [
      ['Hvor gammel er du', '15-17 år'],
      ['Hvem handler det om', 'Mig selv'],
      ['alkohol eller stoffer', 'Stoffer'],
      ['anonym', 'Ja'],
    ],
  });
  expect((await fitting(page))[0]).toBe('Anonyme råd hos U-turn');
  await expect(nextStep(page)).toContainText('U-turn');
  await expect(nextStep(page).getByRole('link', { name: '21 73 12 37' })).toBeVisible();
  await expect(nextStep(page)).toContainText('Robert Holms Vej 5');
});

test('a parent of small children in Randers finds the family course, and where the number stands', async ({ page }) => {
  await come(page, {
    municipality: 'Randers Kommune',
    door: /Jeg har brug for hjælp/,
    answers: [
      ['alkohol eller stoffer', 'Stoffer'],
      ['Hvor gammel er du', '18 år og derover'],
      ['anonym', 'Nej'],
      ['børn under 18 år', 'Ja'],
    ],
  });
  expect((await fitting(page)).slice(0, 2)).toEqual(['Råd uden tilmelding', 'Behandling for familier med børn']);
  await expect(nextStep(page).getByRole('link', { name: 'randers.dk' })).toHaveAttribute('href', 'https://www.randers.dk/');
  await page.getByRole('link', { name: 'Læs, hvornår det sker' }).click();
  await expect(page.getByRole('heading', { name: 'Pligt til at give besked' })).toBeInViewport();
});

test('a man of 45 in Slagelse can come tomorrow without an appointment, or press 2', async ({ page }) => {
  await come(page, {
    municipality: 'Slagelse Kommune',
    door: /Jeg har brug for hjælp/,
    answers: [
      ['alkohol eller stoffer', 'Alkohol'],
      ['Hvor gammel er du', '30 år og derover'],
      ['anonym', 'Ja'],
    ],
  });
  expect((await fitting(page))[0]).toBe('Åben rådgivning om alkohol');
  await expect(nextStep(page)).toContainText('tryk 2');
  await expect(nextStep(page)).toContainText('Ingemannsvej 26');
  await page.getByRole('link', { name: 'Åben rådgivning om alkohol' }).click();
  await expect(page.getByRole('main')).toContainText('9 og 12');
});

test('a teacher in Skanderborg gets the number of the unit for the young', async ({ page }) => {
  await come(page, {
    municipality: 'Skanderborg Kommune',
    door: /Jeg møder det i mit arbejde/,
    answers: [['Hvor gammel er den', '13-29 år']],
  });
  await expect(nextStep(page).getByRole('link', { name: '23 32 66 69' })).toBeVisible();
});

test('somebody who only drinks in Randers is told what the standard is about, and is not sent away', async ({ page }) => {
  await page.goto('/randers');
  await page.getByRole('button', { name: /Jeg har brug for hjælp/ }).click();
  await awake(page);
  await answer(page, [['alkohol eller stoffer', 'Alkohol']]);
  await expect(question(page)).toHaveText('Spørg, så finder I ud af det sammen');
  await expect(page.getByRole('main')).toContainText('Du kan stadig spørge kommunen om hjælp med alkohol.');
});

test('a word is looked up by keyboard, found, and explained', async ({ page }) => {
  await page.goto('/vejle/soeg');
  await page.getByLabel('Hvad leder du efter?').focus();
  await page.keyboard.type('dogn behandlng');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/vejle\/soeg$/);
  await expect(page.getByLabel('Hvad leder du efter?')).toHaveValue('dogn behandlng');
  await page.getByRole('link', { name: 'Døgnbehandling', exact: true }).click();
  await expect(page.locator('#doegnbehandling')).toBeInViewport();
});

test('one rule is read side by side, and leads to where it stands', async ({ page }) => {
  await page.goto('/sammenlign');
  await page.getByRole('main').getByRole('link', { name: 'Klage', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Her er der forskel');
  await page.getByRole('link', { name: /^Slagelse Kommune ?: Hvornår fristen begynder/ }).click();
  await expect(page).toHaveURL(/\/slagelse\/regler#complaints-counted_from$/);
  await expect(page.locator('#complaints-counted_from')).toBeInViewport();
});
