// A plan on the phone, and the same plan at the desk: with and without JavaScript, clean to axe by day and by night, valid.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import FhirValidator from '@asymmetrik/fhir-json-schema-validator';
import { enterAgain, enterFirst, openPlan } from '../plan.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = ['', '/maal', '/hele', '/noter', '/opfoelgning', '/uge', '/trivsel', '/svaer-dag', '/samtykker', '/udskrift'];
const validator = new HtmlValidate(JSON.parse(readFileSync(new URL('../.htmlvalidate.json', import.meta.url))));

async function invalid(page) {
  const html = await (await page.request.get(page.url())).text();
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`));
}

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

test('a goal is written on the phone, walked step by step, and read at the desk', async ({ page, browser }) => {
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const { code, address } = await openPlan(desk, 'slagelse');
  await page.setViewportSize({ width: 320, height: 640 });
  await enterFirst(page, code);
  await page.getByRole('link', { name: 'Skriv et mål' }).click();
  await page.getByLabel('Hvad vil du gerne nå?').fill('Jeg vil hente min søn selv');
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jeg vil hente min søn selv');
  await expect(page.getByText('Det er gemt.')).toBeVisible();
  await page.getByLabel('Hvordan kan du se').fill('Han smiler');
  await page.getByRole('main').getByRole('button', { name: 'Gem', exact: true }).first().click();
  await expect(page.getByText('A: Accepteret')).toBeVisible();
  await page.getByLabel('Skriv et skridt').fill('Ringe til skolen');
  await page.getByRole('button', { name: 'Tilføj' }).first().click();
  await expect(page.getByRole('img', { name: '0 af 1 skridt er gjort' })).toBeVisible();
  await page.goto('/min-plan');
  await page.getByRole('button', { name: 'Det er gjort: Ringe til skolen' }).click();
  await expect(page.getByText('Alle skridt er gjort.')).toBeVisible();

  await desk.goto(address);
  await expect(desk.getByText('1 af 1 skridt er gjort')).toBeVisible();
  await desk.getByRole('link', { name: /Jeg vil hente min søn selv/ }).click();
  await expect(desk.getByText('Skrevet af borgeren').first()).toBeVisible();
  await desk.context().close();

  // Another day: the code and the digits.
  await page.goto('/min-plan');
  await page.getByRole('button', { name: 'Log ud' }).click();
  await enterAgain(page, code);
  await expect(page.getByText('Jeg vil hente min søn selv').first()).toBeVisible();
});

test('every page of a plan fits a small phone, is valid, and clean to axe on either side', async ({ page, browser, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const { code, address } = await openPlan(desk, 'horsens');
  await enterFirst(page, code);
  // Something stands on every page.
  const send = async (path, form) => expect((await page.request.post(`/min-plan${path}`, { form })).status(), path).toBe(200);
  await send('/maal', { ACT: 'GOAL', TEXT: 'Sove om natten uden at vågne og ligge og tænke på alt det, jeg skal i morgen' });
  await send('/maal/2', { ACT: 'STEP', TEXT: 'Ingen kaffe efter klokken 15' });
  await send('/maal/2', { ACT: 'STEP', TEXT: 'Telefonen ud af soveværelset' });
  await send('/noter', { ACT: 'STEP', TEXT: 'Skriv ned, hvornår trangen kommer' });
  await send('/noter', { ACT: 'NOTE', READERS: 'BOTH', TEXT: 'Spørg om medicin' });
  await send('/trivsel', { ACT: 'CHECK_IN', MYSELF: '2', CLOSE: '3', EVERYDAY_LIFE: '3', OVERALL: '2', TEXT: 'Sov ikke' });
  await send('/trivsel', { ACT: 'CHECK_IN', MYSELF: '4', CLOSE: '3', OVERALL: '4', TEXT: 'Bedre' });
  await send('/samtykker', { ACT: 'CONSENT', KIND: 'DOCTOR', WHOM: 'Min læge', TEXT: 'Kun om medicin' });
  await send('/svaer-dag', { ACT: 'WRITE', FIELD: 'BAD_DAY:HELPS', OVER: '0', TEXT: 'Gå en tur' });
  const write = async (path, form) => expect((await desk.request.post(`${address}${path}`, { form })).status(), path).toBe(200);
  await write('/uge', { ACT: 'MEETING', TEXT: 'Gruppe på 1. sal', DAY: '2026-11-23', FROM: '09:00', TO: '12:00', RECURS: 'WEEKLY' });
  await write('/samtykker', { ACT: 'MEDICINE', TEXT: 'Noget mod trang' });
  for (const side of [{ at: page, base: '/min-plan' }, { at: desk, base: address }]) {
    for (const path of [...PAGES, '/maal/2', '/maal/2?ret=S', '/hele?ret=OTHER']) {
      await side.at.goto(side.base + path);
      const name = `${side.base.slice(0, 9)}${path}`;
      expect.soft(await invalid(side.at), name).toEqual([]);
      if (!javaScriptEnabled) continue;
      for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
        await side.at.setViewportSize({ width, height: 800 });
        await side.at.emulateMedia({ colorScheme });
        expect.soft(await violations(side.at), `${name} ${width}`).toEqual([]);
        expect.soft(await side.at.evaluate(() => document.documentElement.scrollWidth), `${name} ${width}`).toBeLessThanOrEqual(width);
      }
    }
  }
  await desk.context().close();
});

test('the plan goes along as FHIR that its own schema takes, without a name and without private notes', async ({ page, browser, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'a file is a file');
  const desk = await (await browser.newContext()).newPage();
  const { code, address } = await openPlan(desk, 'slagelse');
  await enterFirst(page, code);
  const send = async (path, form) => expect((await page.request.post(`/min-plan${path}`, { form })).status(), path).toBe(200);
  const write = async (path, form) => expect((await desk.request.post(`${address}${path}`, { form })).status(), path).toBe(200);
  const fetch = async () => JSON.parse(await (await page.request.get('/min-plan/fil')).text());
  const validator = new FhirValidator();
  expect(validator.validate(await fetch()), 'an empty plan').toEqual([]);
  await send('/maal', { ACT: 'GOAL', TEXT: 'Sove om natten' });
  await send('/maal/2', { ACT: 'STEP', TEXT: 'Ingen kaffe' });
  await send('/maal/2', { ACT: 'STATE', STATE: 'REACHED' });
  await send('/maal/2', { ACT: 'WRITE', FIELD: 'GOAL:2:M', OVER: '0', TEXT: 'Jeg vågner udhvilet' });
  await send('/noter', { ACT: 'NOTE', READERS: 'ME', TEXT: 'Helt privat', FORM: '0123456789abcdef0123456789abcdef' });
  await send('/samtykker', { ACT: 'CONSENT', KIND: 'DOCTOR', WHOM: 'Min læge', TEXT: 'Kun om medicin' });
  await write('/uge', { ACT: 'MEETING', TEXT: 'Gruppe', DAY: '2026-11-23', FROM: '09:00', TO: '12:00', RECURS: 'WEEKLY' });
  await write('', { ACT: 'MADE' });
  const response = await page.request.get('/min-plan/fil');
  expect(response.headers()['content-type']).toContain('application/fhir+json');
  expect(response.headers()['cache-control']).toBe('no-store');
  const text = await response.text();
  const bundle = JSON.parse(text);
  expect(validator.validate(bundle)).toEqual([]);
  const of = (type) => bundle.entry.map((entry) => entry.resource).filter((resource) => resource.resourceType === type);
  for (const entry of bundle.entry) expect(validator.validate(entry.resource), entry.resource.id).toEqual([]);
  expect(of('CarePlan')[0].status).toBe('active');
  expect(of('CarePlan')[0].activity[0].detail).toMatchObject({ description: 'Ingen kaffe', status: 'not-started' });
  expect(of('Goal')[0].achievementStatus.coding[0].code).toBe('achieved');
  expect(of('Goal')[0].note[0].text).toContain('Jeg vågner udhvilet');
  expect(of('Appointment').map(({ start }) => start)[0]).toBe('2026-11-23T09:00:00+01:00');
  expect(of('Appointment')).toHaveLength(4);
  expect(of('Consent')[0]).toMatchObject({ status: 'active', provision: { type: 'permit', period: { start: '2026-11-23' } } });
  expect(of('Patient')).toEqual([{ resourceType: 'Patient', id: 'citizen' }]);
  expect(text).not.toContain('Helt privat');
  expect(text).not.toContain('Anna');
  // A schema that takes anything would prove nothing.
  expect(validator.validate({ ...of('Goal')[0], lifecycleStatus: 'nonsense', made: 'up' })).not.toEqual([]);
  await desk.context().close();
});
