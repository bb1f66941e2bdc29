// A citizen's first three months with their plan, on a phone: with JavaScript and without.
import { expect, test } from '@playwright/test';
import { signInAgain } from '../desk.mjs';
import { openPortal } from '../own-portal.mjs';
import { PIN, enterFirst, openPlan } from '../plan.mjs';

test.skip(!process.env.PORTAL_BIN, 'a portal is started with its clock at other times');

const FIRST = '2026-11-23T10:00:00+01:00';
const SECOND_WEEK = '2026-11-30T10:00:00+01:00';
const THREE_MONTHS = '2027-02-22T10:00:00+01:00';
const AFTER = '2027-03-15T10:00:00+01:00';

const save = (page) => page.getByRole('main').getByRole('button', { name: 'Gem', exact: true });

async function comeIn(page, code, base) {
  await page.goto(`${base}/min-plan`);
  await page.getByLabel('Koden til planen').fill(code);
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await page.getByLabel('Dine seks cifre').fill(PIN);
  await page.getByRole('button', { name: 'Åbn planen' }).click();
  await page.getByRole('heading', { level: 1, name: /^Din / }).waitFor();
}

/** Answers how it is altogether, with some words. */
async function checkIn(page, base, answer, words) {
  await page.goto(`${base}/min-plan/trivsel`);
  await page.getByLabel('Hvordan har den sidste uge været?').fill(words);
  await page.getByRole('group', { name: 'Hvordan har du haft det alt i alt?' }).getByLabel(answer, { exact: true }).check();
  await save(page).click();
  await expect(page.getByText(words)).toBeVisible();
}

test('the first three months with a plan', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const portal = openPortal(FIRST);
  let running;
  /** Another day: the portal stands still at it, and somebody is at the desk. */
  const goTo = async (now) => {
    await running?.stop();
    running = await portal.serveAt(now);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    return { base: running.base, desk: await context.newPage(), at: { base: running.base, now: Date.parse(now), data: portal.data } };
  };
  try {
    // The first day: the plan is opened and made, the citizen comes in without a name and begins.
    let { base, desk, at } = await goTo(FIRST);
    const { code, address, staff } = await openPlan(desk, 'slagelse', at);
    await desk.getByRole('button', { name: 'Planen er lavet' }).click();
    await expect(desk.getByText('Lavet 23. november 2026')).toBeVisible();
    await desk.goto(`${base}${address}/uge`);
    await desk.getByLabel('Hvilket tilbud?').selectOption('dagbehandling-stoffer');
    await desk.getByRole('button', { name: 'Skriv tiderne ind' }).click();
    await expect(desk.getByText('I dag, mandag 23. november kl. 9-14').first()).toBeVisible();
    await enterFirst(page, code, base);
    await page.getByRole('link', { name: 'Skriv et mål' }).click();
    await page.getByLabel('Hvad vil du gerne nå?').fill('Sove om natten');
    await save(page).click();
    await page.getByLabel('Skriv et skridt').fill('Ingen kaffe efter klokken 15');
    await page.getByRole('button', { name: 'Tilføj' }).first().click();
    await expect(page.getByRole('img', { name: '0 af 1 skridt er gjort' })).toBeVisible();
    await page.getByText('Skift, hvor langt det er').click();
    await page.getByLabel('I gang', { exact: true }).check();
    await save(page).first().click();
    await expect(page.getByRole('heading', { name: 'I gang' })).toBeVisible();
    await checkIn(page, base, 'Skidt', 'Jeg sov næsten ikke');
    await page.goto(`${base}/min-plan/noter`);
    await page.getByLabel('Skriv en note', { exact: true }).fill('Kun mine egne ord');
    await page.getByLabel('Kun mig').check();
    await save(page).click();
    await expect(page.getByText('Kun mine egne ord')).toBeVisible();
    await desk.goto(`${base}${address}/noter`);
    await expect(desk.getByText('Kun mine egne ord')).toHaveCount(0);
    await desk.context().close();

    // A week later, on the same phone.
    ({ base, desk, at } = await goTo(SECOND_WEEK));
    await comeIn(page, code, base);
    await expect(page.getByText('I dag, mandag 30. november kl. 9-14').first()).toBeVisible();
    await page.getByRole('button', { name: 'Det er gjort: Ingen kaffe efter klokken 15' }).click();
    await expect(page.getByText('Alle skridt er gjort.')).toBeVisible();
    await expect(page.getByText('Det er gemt.')).toBeVisible();
    await page.goto(`${base}/min-plan/noter`);
    await expect(page.getByText('Kun mine egne ord')).toBeVisible();
    await desk.context().close();

    // Before three months are over the plan is looked at together; both have prepared.
    ({ base, desk, at } = await goTo(THREE_MONTHS));
    await comeIn(page, code, base);
    await page.getByRole('link', { name: /^Når I ser på planen/ }).click();
    await expect(page.getByText('I ser på planen sammen senest tirsdag 23. februar 2027.')).toBeVisible();
    await page.getByRole('link', { name: 'Skriv: Hvad er gået godt?' }).click();
    await page.getByLabel('Hvad er gået godt?', { exact: true }).fill('Jeg sover seks timer');
    await save(page).click();
    await expect(page.getByText('Jeg sover seks timer')).toBeVisible();
    await checkIn(page, base, 'Godt', 'Seks timer i nat');
    await expect(page.getByText('Alt i alt svarede du “skidt” 23. november 2026 og “godt” 22. februar 2027.')).toBeVisible();
    await signInAgain(desk, staff, at);
    await desk.goto(`${base}/desk/planer?vis=alle`);
    await expect(desk.getByText('Borgeren har skrevet sidst').first()).toBeVisible();
    await desk.goto(`${base}${address}/opfoelgning`);
    await expect(desk.getByText('Jeg sover seks timer')).toBeVisible();
    await desk.locator('form', { hasText: 'Samtalen om planen er holdt' }).getByRole('button', { name: 'Gem' }).click();
    await page.goto(`${base}/min-plan/opfoelgning`);
    await expect(page.getByText('I ser på planen sammen senest lørdag 22. maj 2027.')).toBeVisible();
    // Contact after the end is agreed to in Slagelse, or does not happen.
    await page.goto(`${base}/min-plan/samtykker`);
    await page.getByLabel('Centret må kontakte mig, når jeg er færdig').check();
    await page.getByRole('button', { name: 'Ja, det siger jeg ja til' }).click();
    await expect(page.getByText('Gælder fra 22. februar 2027')).toBeVisible();
    await desk.context().close();

    // The end: the citizen reads when the centre makes contact.
    ({ base, desk, at } = await goTo(AFTER));
    await signInAgain(desk, staff, at);
    await desk.goto(`${base}${address}/opfoelgning`);
    const end = desk.locator('form', { hasText: 'Forløbet er slut' });
    await end.getByRole('combobox').selectOption('COMPLETED');
    await end.getByRole('button', { name: 'Gem' }).click();
    await comeIn(page, code, base);
    await page.goto(`${base}/min-plan/opfoelgning`);
    await expect(page.getByText('Centret kontakter dig senest torsdag 15. april 2027.')).toBeVisible();
    await expect(page.getByText('Jeg sover seks timer')).toBeHidden();
    await page.locator('summary', { hasText: '22. februar 2027' }).click();
    await expect(page.getByText('Jeg sover seks timer')).toBeVisible();
    await page.getByRole('button', { name: 'Log ud' }).click();
    await expect(page.getByText('Du er logget ud. Du kan lukke siden nu.')).toBeVisible();
    await desk.context().close();
  } finally {
    await running?.stop();
    portal.remove();
  }
});
