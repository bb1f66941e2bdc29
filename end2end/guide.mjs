// What a citizen does in the guide, with or without JavaScript.
import { expect, test } from '@playwright/test';

export const SKIP = 'Ved ikke, eller spring over';

export const question = (page) => page.getByRole('heading', { level: 1 });
export const proceed = (page) => page.getByRole('button', { name: 'Fortsæt' }).click();
export const choice = (page, label) => page.getByRole('radio', { name: label, exact: true });
export const choose = (page, label) => page.locator('.guide').getByText(label, { exact: true }).click();
/** Titles of the offers that fit, in their order. */
export const fitting = (page) => page.locator('main .offer h3').allInnerTexts();

/** Unfolds the offers that stand behind the first ones. */
export const showAll = (page) => page.getByText(/^Vis \d+ (mere|flere)$/).click();

/** With JavaScript, waits until the guide answers on the phone itself. */
export async function awake(page) {
  if (test.info().project.use.javaScriptEnabled) await expect(page.locator('html[data-awake]')).toBeAttached();
}

/** Goes through a door of the municipality's page. */
export async function enter(page, door, municipality = 'skanderborg') {
  await page.goto(`/${municipality}`);
  await page.getByRole('button', { name: door }).click();
  await expect(page).toHaveURL(new RegExp(`/${municipality}/find$`));
  await awake(page);
}

/** Answers each question in turn: `[words of the question, the choice]`. */
export async function answer(page, answers) {
  for (const [asked, label] of answers) {
    await expect(question(page)).toContainText(asked);
    await choose(page, label);
    await proceed(page);
  }
}

/** Skips questions until the outcome. */
export async function skipTheRest(page) {
  for (;;) {
    const asked = await question(page).innerText();
    if (!(await page.getByRole('radio').count())) return;
    await choose(page, SKIP);
    await proceed(page);
    await expect(question(page)).not.toHaveText(asked);
  }
}

/** A 45-year-old with children who wants help with alcohol, after the door "Jeg har brug for hjælp". */
export const FAMILY = [
  ['Handler det om alkohol eller stoffer', 'Alkohol'],
  ['Hvor gammel er du', '30 år og derover'],
  ['anonym', 'Nej'],
  ['børn under 18 år', 'Ja'],
  ['arbejde eller uddannelse', 'Ja'],
  ['så svært', 'Nej'],
  ['online', 'Nej'],
];
export const OUTCOME = 'Det her kan hjælpe dig';
