// Back and forward, the main buttons of a phone: never an error, and never an answer lost.
import { expect, test } from '@playwright/test';
import { FAMILY, OUTCOME, answer, enter, question } from '../guide.mjs';

const goOn = (page) => page.getByRole('button', { name: 'Fortsæt' }).click();

/** Gives the first answer there is: a button, or a choice and the button below. */
async function answerFirst(page) {
  const button = page.locator('fieldset button').first();
  if (await button.isVisible()) return button.click();
  await page.getByRole('radio').first().check();
  return goOn(page);
}

/** Answers each question with its first choice; what was asked, in order. */
async function answerAll(page) {
  const asked = [];
  while ((await page.locator('fieldset button, fieldset input').count()) > 0) {
    const words = await question(page).innerText();
    asked.push(words);
    await answerFirst(page);
    await expect(question(page)).not.toHaveText(words);
  }
  return asked;
}

for (const [task, start] of [
  ['booking', '/slagelse/samtale'],
  ['clarification', '/slagelse/afklaring'],
]) {
  test(`${task}: every step back has its answer, and forward leads on again`, async ({ page }) => {
    await page.goto(start);
    const asked = await answerAll(page);
    expect(asked.length).toBeGreaterThan(2);
    const last = await question(page).innerText();
    for (const words of asked.toReversed()) {
      await page.goBack();
      await expect(question(page)).toHaveText(words);
      await expect(page.locator('input:checked, fieldset button[aria-current]').first()).toBeVisible();
    }
    for (const words of [...asked.slice(1), last]) {
      await page.goForward();
      await expect(question(page)).toHaveText(words);
    }
    await expect(page).toHaveURL(new RegExp(`${start}$`));
  });
}

test('a receipt is still there after a look at what one has booked by', async ({ page }) => {
  await page.goto('/randers/samtale');
  await answerAll(page);
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  await expect(question(page)).toHaveText('Din tid er aftalt');
  const code = await page.locator('.code').innerText();
  await page.getByRole('link', { name: /Prøv, om du har skrevet/ }).click();
  await page.getByLabel('Skriv din kode').fill(code);
  await page.getByRole('button', { name: 'Vis min aftale' }).click();
  await expect(page.getByText('Aflys', { exact: true })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.locator('.code')).toHaveText(code);
});

test('an answer of the search is looked at, and the others are still there', async ({ page }) => {
  await page.goto('/skanderborg/soeg');
  await page.getByRole('searchbox').fill('kokain');
  await page.getByRole('button', { name: 'Søg' }).click();
  const first = page.locator('.offer a').first();
  await first.click();
  await expect(page.locator('.you')).toBeVisible();
  await page.goBack();
  await expect(first).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('kokain');
  await page.goBack();
  await expect(page.locator('.offer')).toHaveCount(0);
});

test('what the filter has left is still there after an offer', async ({ page }) => {
  await page.goto('/skanderborg/tilbud');
  await page.locator('#filter summary').click();
  await page.locator('#SUBSTANCE').selectOption('DRUGS');
  await page.getByRole('button', { name: 'Vis tilbud' }).click();
  const count = page.locator('.count');
  await expect(page.getByRole('link', { name: 'Vis alle' })).toBeVisible();
  const shown = await count.innerText();
  await page.locator('.offer a').first().click();
  await expect(page.locator('.you')).toBeVisible();
  await page.goBack();
  await expect(count).toHaveText(shown);
});

test('the outcome of the guide is still there after an offer', async ({ page }) => {
  await enter(page, /Jeg har brug for hjælp/);
  await answer(page, FAMILY);
  await expect(question(page)).toHaveText(OUTCOME);
  await page.locator('.offer a').first().click();
  await expect(page.locator('.back-link')).toBeVisible();
  await expect(question(page)).not.toHaveText(OUTCOME);
  await page.goBack();
  await expect(question(page)).toHaveText(OUTCOME);
  await page.goBack();
  await expect(page.getByRole('radio').first()).toBeVisible();
});

test('what was typed stays where the network is gone, and can be sent again', async ({ page, context }) => {
  await page.goto('/skanderborg/ring-mig-op');
  await page.getByRole('button', { name: '30 år' }).click();
  await page.locator('#NAME').fill('Fugl');
  await context.setOffline(true);
  await page.locator('#NAME').press('Enter');
  await expect(page.getByRole('alert')).toContainText('Vi kunne ikke få forbindelse');
  await expect(page.locator('#NAME')).toHaveValue('Fugl');
  await context.setOffline(false);
  await page.locator('#NAME').press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('Se på det her');
  await page.goBack();
  await expect(page.locator('#NAME')).toHaveValue('Fugl');
});

test('a reload after an answer asks from the beginning, and Back is no error', async ({ page }) => {
  await page.goto('/slagelse/samtale');
  const first = await question(page).innerText();
  await answerFirst(page);
  await expect(question(page)).not.toHaveText(first);
  await page.reload();
  await expect(question(page)).toHaveText(first);
  await page.goBack();
  await expect(question(page)).toHaveText(first);
});

test('what is to be mended is led to, and the link to it stays on the page', async ({ page }) => {
  await page.goto('/slagelse/afklaring');
  const first = await question(page).innerText();
  await page.getByRole('radio').first().check();
  await goOn(page);
  await expect(question(page)).not.toHaveText(first);
  const asked = await question(page).innerText();
  await goOn(page);
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('link').click();
  await expect(question(page)).toHaveText(asked);
  await expect(page.getByRole('radio').first()).toBeFocused();
});

test('the guide marks what was chosen when one comes back to a question', async ({ page }) => {
  await enter(page, /Jeg har brug for hjælp/);
  const [[asked, chosen]] = FAMILY;
  await answer(page, FAMILY.slice(0, 1));
  await expect(question(page)).not.toHaveText(new RegExp(asked));
  await page.goBack();
  await expect(question(page)).toHaveText(new RegExp(asked));
  await expect(page.getByRole('radio', { name: chosen })).toBeChecked();
});

test('each step is begun at its heading, by who hears the page', async ({ page }) => {
  await page.goto('/slagelse/samtale');
  const first = await question(page).innerText();
  await answerFirst(page);
  await expect(question(page)).not.toHaveText(first);
  await expect(question(page)).toBeFocused();
});

test('a page that a link has brought has its own address', async ({ page }) => {
  await page.goto('/skanderborg/tilbud');
  await page.locator('#filter summary').click();
  await page.locator('#SUBSTANCE').selectOption('DRUGS');
  await page.getByRole('button', { name: 'Vis tilbud' }).click();
  await expect(page.getByRole('link', { name: 'Vis alle' })).toBeVisible();
  await page.locator('.offer a').first().click();
  await expect(page).toHaveURL(/\/skanderborg\/tilbud\/[a-z-]+$/);
  const heading = await question(page).innerText();
  await page.reload();
  await expect(question(page)).toHaveText(heading);
});

test('what was deleted does not come back', async ({ page }) => {
  await page.goto('/horsens/samtale');
  await answerAll(page);
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  const code = await page.locator('.code').innerText();
  await page.getByRole('link', { name: /Prøv, om du har skrevet/ }).click();
  await page.getByLabel('Skriv din kode').fill(code);
  await page.getByRole('button', { name: 'Vis min aftale' }).click();
  await page.getByRole('button', { name: 'Slet det hele nu' }).click();
  await page.getByRole('button', { name: 'Ja, slet det hele' }).click();
  await expect(question(page)).toHaveText('Alt er slettet');
  for (let back = 0; back < 3; back += 1) {
    await page.goBack();
    await expect(page.locator('main')).not.toContainText(/Rådgiveren kender dig|Sig, at du er|Flyt til en anden tid/);
  }
});

test('a receipt asks before it is loaded anew, and not whoever leaves quickly', async ({ page }) => {
  await page.goto('/randers/samtale');
  await answerAll(page);
  await page.getByRole('button', { name: 'Aftal tiden' }).click();
  await expect(page.locator('.code')).toBeVisible();
  const asked = new Promise((resolve) => page.once('dialog', (dialog) => dialog.dismiss().then(() => resolve(dialog.type()))));
  page.reload({ timeout: 2000 }).catch(() => {});
  expect(await asked).toBe('beforeunload');
  await expect(page.locator('.code')).toBeVisible();
});
