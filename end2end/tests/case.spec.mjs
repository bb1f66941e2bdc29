// A wish for treatment is followed under the code and at the desk: with and without JavaScript, clean to axe at 320 px.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerAll, choices, isAskedOn, question } from '../answers.mjs';
import { signIn } from '../desk.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const WISH = 'Jeg vil gerne i behandling for stoffer';

// Books with a wish, an adult who calls at the first time; another test may have taken that meanwhile.
async function bookWithWish(page) {
  do {
    await page.goto('/skanderborg/samtale');
    await choices(page).filter({ hasText: 'Mig selv, 30 år' }).click();
    await isAskedOn(page, 'Hvem handler det om?');
    await answerAll(page);
    await page.getByLabel(WISH).check();
    await page.getByRole('button', { name: 'Aftal tiden' }).click();
    await isAskedOn(page, 'Er det rigtigt?');
  } while ((await question(page).innerText()) !== 'Din tid er aftalt');
  return (await page.locator('.code').innerText()).replace(/\s/g, '');
}

test('the last day stands under the code, and what staff write down is seen there', async ({ page, browser, javaScriptEnabled }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const code = await bookWithWish(page);
  const open = async () => {
    await page.goto('/kode');
    await page.getByLabel('Skriv din kode').fill(code);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Din behandling for stoffer' })).toBeVisible();
  };
  await open();
  await expect(page.getByText('Din behandling skal begynde senest mandag 7. december 2026.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'En sti af sten. I dag er dag 0 af 14.' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const desk = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await signIn(desk, 'skanderborg', 'counsellor');
  await desk.goto('/desk/sager');
  const name = (await page.locator('strong', { hasText: /^\S+ \S+ \d+$/ }).first().innerText()).trim();
  const link = desk.getByRole('link', { name, exact: true });
  while ((await link.count()) === 0) await desk.getByRole('link', { name: 'Flere dage tilbage' }).click();
  await link.first().click();
  await desk.getByLabel('Hvad er der sket?').selectOption('STARTED');
  await desk.getByRole('button', { name: 'Skriv det ned' }).click();
  await expect(desk.getByText('Det er skrevet ned.')).toBeVisible();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (javaScriptEnabled) expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
  await desk.context().close();

  await open();
  await expect(page.getByText('Din behandling begyndte mandag 23. november 2026.')).toBeVisible();
});

// A case opened at the desk for an adult who made contact on a day; the code that is read aloud.
async function openCase(desk, day) {
  await desk.goto('/desk/sager/ny');
  await desk.getByLabel('Hvem har taget kontakt?').selectOption('CONTACT:CITIZEN:WISH');
  await desk.getByLabel('Stoffer').check();
  const ages = desk.getByLabel('Borgerens alder');
  if ((await ages.count()) > 0) await ages.selectOption({ index: (await ages.locator('option').count()) - 1 });
  await desk.getByLabel('Hvilken dag tog de kontakt?').fill(day);
  await desk.getByRole('button', { name: 'Åbn en sag' }).click();
  await expect(desk.getByRole('heading', { name: 'Sagen er åbnet' })).toBeVisible();
  const code = (await desk.locator('.code').innerText()).replace(/\s/g, '');
  await desk.getByRole('link', { name: 'Stoffer' }).click();
  await expect(desk.getByRole('heading', { name: 'Skriv ned, hvad der er sket' })).toBeVisible();
  return code;
}

async function record(desk, fact) {
  await desk.getByLabel('Hvad er der sket?').selectOption(fact);
  await desk.getByRole('button', { name: 'Skriv det ned' }).click();
  await expect(desk.getByText('Det er skrevet ned.')).toBeVisible();
}

for (const municipality of ['skanderborg', 'randers', 'horsens', 'vejle', 'slagelse']) {
  test(`${municipality}: from a wish to a start in time, past the last day, and to no last day`, async ({ page, browser, javaScriptEnabled }) => {
    const desk = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signIn(desk, municipality, 'counsellor');
    const under = async (code) => {
      await page.goto('/kode');
      await page.getByLabel('Skriv din kode').fill(code);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Din behandling for stoffer' })).toBeVisible();
    };
    const inTime = await openCase(desk, '2026-11-20');
    await under(inTime);
    await expect(page.getByText('senest fredag 4. december 2026').first()).toBeVisible();
    await record(desk, 'STARTED');
    await under(inTime);
    await expect(page.getByText('Din behandling begyndte mandag 23. november 2026.')).toBeVisible();

    const late = await openCase(desk, '2026-11-02');
    await expect(desk.getByText('7 dage over')).toBeVisible();
    await expect(desk.getByText('Fristen er gået ud.')).toBeVisible();
    await desk.getByRole('button', { name: 'Jeg har set varslet' }).click();
    await expect(desk.getByText('at du har set det')).toBeVisible();
    await under(late);
    await expect(page.getByText('Det er ikke din skyld.')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    const chosen = await openCase(desk, '2026-11-20');
    await record(desk, 'FREE_CHOICE_WISHED');
    await expect(desk.getByText('Ingen sidste dag')).toBeVisible();
    await under(chosen);
    await expect(page.getByText('Du ønsker et andet sted. Så længe står der ingen sidste dag her.')).toBeVisible();
    await page.getByText('Noget her er forkert').click();
    await page.getByLabel('Hvad er forkert?').fill('Jeg har ikke valgt et andet sted');
    await page.getByRole('button', { name: 'Sig det til centret' }).click();
    await expect(page.getByText('Det er skrevet ned.')).toBeVisible();
    await desk.context().close();
  });
}
