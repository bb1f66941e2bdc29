// Answering the questions of a booking, by keyboard.
import { expect } from '@playwright/test';

export const question = (page) => page.getByRole('heading', { level: 1 });
export const choices = (page) => page.locator('fieldset button');

// After an answer the next question is asked; a time that another test has taken meanwhile is asked for again.
export async function isAskedOn(page, asked) {
  const taken = page.getByRole('alert').filter({ hasText: 'Tiden blev taget' });
  await expect(question(page).filter({ hasNotText: asked }).or(taken).first()).toBeVisible();
  return (await taken.count()) === 0;
}

// Answers every question with its first choice, by keyboard alone.
export async function answerAll(page, look = async () => {}) {
  while ((await choices(page).count()) > 0) {
    await look();
    const asked = await question(page).innerText();
    await choices(page).first().focus();
    await page.keyboard.press('Enter');
    await isAskedOn(page, asked);
  }
}
