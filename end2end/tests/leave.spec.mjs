import { expect, test } from '@playwright/test';
import { FAMILY, OUTCOME, answer, choose, enter, question } from '../guide.mjs';
import { neutralSite, textSize } from '../neutral.mjs';
import { ALL, open } from '../pages.mjs';

const exit = (page) => page.locator('.exit');

/** Where the link is, and what lies on top at its middle and near its corners. */
const seen = (link) =>
  link.evaluate((link) => {
    const { left, right, top, bottom, height } = link.getBoundingClientRect();
    const points = [[(left + right) / 2, (top + bottom) / 2]];
    for (const x of [left + 4, right - 4]) for (const y of [top + 4, bottom - 4]) points.push([x, y]);
    const free = points.every(([x, y]) => link.contains(document.elementFromPoint(x, y)));
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return { height, inside, free };
  });

// The desk is left by signing out.
const isDesk = ({ path }) => path.includes('/desk');

for (const one of ALL.filter(isDesk)) {
  test(`nothing of what citizens need stands at the desk: ${one.title}`, async ({ page }) => {
    await open(page, one);
    await expect(exit(page)).toHaveCount(0);
    await expect(page.locator('a[href="tel:112"]')).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelector('a[href], button, input').className)).toBe('skipnav');
    // With script one stands at what went wrong, and not at the beginning.
    if (await page.locator('main .alert:focus').count()) return;
    await page.keyboard.press('Tab');
    await expect(page.locator('a.skipnav')).toBeFocused();
  });
}

for (const one of ALL.filter((one) => !isDesk(one))) {
  test(`"Forlad siden" comes first and stays in sight: ${one.title}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open(page, one);
    await page.keyboard.press('Tab');
    await expect(exit(page)).toBeFocused();
    await expect(exit(page)).toHaveText(one.lang === 'da' ? 'Forlad siden' : 'Leave this site');
    // A link, or where a form has led to the page a button that closes it.
    const goes = await exit(page).evaluate((exit) => exit.getAttribute('href') ?? exit.form.getAttribute('action'));
    expect(goes).toBe('/ud');
    for (const size of [16, 32]) {
      await textSize(page, size);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const { height, inside, free } = await seen(exit(page));
      expect(height, `height with text of ${size} px`).toBeGreaterThanOrEqual(44);
      expect(inside, `in the window with text of ${size} px`).toBe(true);
      expect(free, `nothing over it with text of ${size} px`).toBe(true);
    }
  });
}

test('the way out leads to a neutral site at once', async ({ page }) => {
  const answer = await page.request.get('/ud', { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  const { location, ...headers } = answer.headers();
  expect(new URL(location).protocol).toBe('https:');
  expect(location).not.toMatch(/misbrug|rusmid|alkohol|stof|skanderborg/i);
  // A browser that is asked to clear does it before it goes, and clears the cookies of neighbours.
  expect(headers['clear-site-data']).toBeUndefined();
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test('"Forlad siden" leads away, and tells the neutral site nothing', async ({ page }) => {
  const asked = await neutralSite(page);
  await page.goto('/skanderborg/tilbud');
  await exit(page).click();
  await expect(page).toHaveTitle('Vejret');
  expect(asked.length).toBeGreaterThan(0);
  for (const { headers } of asked) expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toContain('referer');
});

test('going back after leaving the outcome shows none of it', async ({ page }) => {
  await neutralSite(page);
  await enter(page, /Jeg har brug for hjælp/);
  await answer(page, FAMILY);
  await expect(question(page)).toHaveText(OUTCOME);
  await exit(page).click();
  await expect(page).toHaveTitle('Vejret');
  const told = new RegExp([OUTCOME, ...FAMILY.map(([asked]) => asked)].join('|'));
  const municipality = page.getByRole('heading', { name: 'Hjælp med alkohol eller stoffer', level: 1 });
  for (let back = 0; back < 12 && !(await municipality.isVisible()); back += 1) {
    // Without JavaScript the browser asks before it would send a form again, and shows nothing.
    await page.goBack().catch((error) => expect(error.message).toContain('ERR_CACHE_MISS'));
    await expect(question(page).filter({ hasText: told })).toHaveCount(0);
    await expect(page.locator('.offer, .answer')).toHaveCount(0);
  }
  await expect(municipality).toBeVisible();
});

test('going back after leaving the list does not show what was looked for', async ({ page }) => {
  await neutralSite(page);
  await page.goto('/skanderborg/tilbud');
  await page.locator('summary').click();
  await page.getByLabel('Alkohol eller stoffer?').selectOption('DRUGS');
  await page.locator('label[for=ANONYMOUS]').click();
  await exit(page).click();
  await expect(page).toHaveTitle('Vejret');
  await page.goBack();
  if (test.info().project.use.javaScriptEnabled) {
    // The page has left the history altogether.
    await expect(page).toHaveURL('about:blank');
    return;
  }
  await expect(question(page)).toHaveText('Alle tilbud');
  await expect(page.locator('#SUBSTANCE')).toHaveValue('');
  await expect(page.locator('#ANONYMOUS')).not.toBeChecked();
});

test('going back after leaving the first question does not show what was chosen', async ({ page }) => {
  await neutralSite(page);
  await page.goto('/skanderborg');
  await page.goto('/skanderborg/find');
  await choose(page, 'En, jeg er pårørende til');
  await exit(page).click();
  await expect(page).toHaveTitle('Vejret');
  await page.goBack();
  await expect(question(page)).toHaveText(/^(Hvem handler det om\?|Hjælp med alkohol eller stoffer)$/);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});
