import { expect, test } from '@playwright/test';
import { FAMILY, OUTCOME, awake, choice, question } from '../guide.mjs';

/** What a keyboard user sees of the element in focus. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element.labels?.[0];
    const outlined = (of, pseudo) => {
      if (!of) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(of, pseudo);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    };
    const { left, right, top, bottom } = (label ?? element).getBoundingClientRect();
    const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
      name: `${element.tagName} "${(label ?? element).textContent.trim()}"`,
      outline: outlined(element) || outlined(label) || outlined(label, '::before') || outlined(label, '::after'),
      unhidden: element.contains(onTop) || Boolean(label?.contains(onTop)),
    };
  });

/** Presses Tab until `target` is reached; each stop on the way must be visible. */
async function tabTo(page, target) {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const { name, outline, unhidden } = await focused(page);
    expect.soft(outline, `outline of ${name}`).toBe(true);
    expect.soft(unhidden, `${name} is not hidden behind the bar`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches ${target}`);
}

async function answerByKeys(page, label) {
  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let step = 0; step < 10 && !(await choice(page, label).isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  await expect(choice(page, label)).toBeChecked();
  await expect(choice(page, label)).toBeFocused();
  expect((await focused(page)).outline, `outline of ${label}`).toBe(true);
  await tabTo(page, page.getByRole('button', { name: 'Fortsæt' }));
  await page.keyboard.press('Enter');
}

test('from the front page to the outcome with the keyboard alone, every stop in sight', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Skanderborg Kommune' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/skanderborg$/);
  await tabTo(page, page.getByRole('button', { name: /Jeg har brug for hjælp/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/find$/);
  await awake(page);
  for (const [asked, label] of FAMILY) {
    await expect(question(page)).toContainText(asked);
    await answerByKeys(page, label);
  }
  await expect(question(page)).toHaveText(OUTCOME);
  await tabTo(page, page.getByRole('link', { name: 'Behandling for hele familien' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Behandling for hele familien');
});

test('the list can be narrowed with the keyboard alone', async ({ page }) => {
  await page.goto('/skanderborg/tilbud');
  await tabTo(page, page.locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Vis tilbud' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Vis alle igen' })).toBeVisible();
});

for (const path of ['/', '/skanderborg', '/skanderborg/tilbud', '/skanderborg/find', '/skanderborg/kontakt']) {
  test(`"Gå til indhold" skips the top of the page: ${path}`, async ({ page }) => {
    await page.goto(path);
    const skip = page.getByRole('link', { name: 'Gå til indhold' });
    await tabTo(page, skip);
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main-content$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main').contains(document.activeElement))).toBe(true);
  });
}
