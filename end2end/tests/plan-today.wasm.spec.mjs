// The plan for today on the phone: what is done is seen at once, saved in its order, and neither lost nor pretended.
import { expect, test } from '@playwright/test';
import { bytes } from '../bytes.mjs';
import { enterAgain, enterFirst, openPlan } from '../plan.mjs';

test.skip(!process.env.PORTAL_BIN, 'staff are added by the binary');

const DOOR = '**/api/plan';
const saved = (page) => page.getByRole('status').getByText('Det er gemt.');

/** Somebody in their plan with a goal and two steps, on the first page, awake. */
async function start(page, browser) {
  const desk = await (await browser.newContext()).newPage();
  const { code, address } = await openPlan(desk, 'slagelse');
  await enterFirst(page, code);
  const send = async (path, form) => expect((await page.request.post(`/min-plan${path}`, { form })).status(), path).toBe(200);
  await send('/maal', { ACT: 'GOAL', TEXT: 'Sove om natten' });
  await send('/maal/2', { ACT: 'STEP', TEXT: 'Ingen kaffe' });
  await send('/maal/2', { ACT: 'STEP', TEXT: 'Telefonen ud' });
  await page.goto('/min-plan');
  await expect(page.locator('html[data-awake]')).toBeAttached();
  return { desk, address, code };
}

const tick = (page, words) => page.getByRole('button', { name: `Det er gjort: ${words}` });

test('a tick is seen before the server has answered, and can be taken back', async ({ page, browser }) => {
  const { desk, address } = await start(page, browser);
  let answer;
  const waits = new Promise((resolve) => (answer = resolve));
  await page.route(DOOR, async (route) => (await waits, route.continue()));
  await tick(page, 'Ingen kaffe').click();
  await expect(tick(page, 'Telefonen ud')).toBeVisible();
  await expect(page.getByRole('status').getByText('Gemmer')).toBeVisible();
  await expect(saved(page)).toHaveCount(0);
  answer();
  await expect(saved(page)).toBeVisible();
  await desk.goto(`${address}/maal/2`);
  await expect(desk.getByText('Gjort 23. november 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Ikke gjort alligevel: Ingen kaffe' }).click();
  await expect(tick(page, 'Ingen kaffe')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await desk.reload();
  await expect(desk.getByText('Gjort 23. november 2026')).toHaveCount(0);
  await desk.context().close();
});

test('without a net it is said that nothing is saved, and all is saved in its order once there is one', async ({ page, browser }) => {
  const { desk, address } = await start(page, browser);
  await page.clock.install();
  let isOffline = true;
  await page.route(DOOR, (route) => (isOffline ? route.abort('internetdisconnected') : route.continue()));
  await tick(page, 'Ingen kaffe').click();
  await expect(page.getByRole('status').getByText('Det er ikke gemt endnu')).toBeVisible();
  // A second tap at once would be a slip.
  await page.clock.runFor(1000);
  await tick(page, 'Telefonen ud').click();
  await page.getByLabel('Hvordan kan du se').fill('Jeg er udhvilet');
  await page.getByRole('main').getByRole('button', { name: 'Gem', exact: true }).first().click();
  await expect(page.getByText('Jeg er udhvilet', { exact: true })).toBeVisible();
  await expect(page.locator('[data-unsaved]')).toBeAttached();
  await page.clock.runFor(6000);
  await expect(page.getByRole('status').getByText('Det er ikke gemt endnu')).toBeVisible();
  isOffline = false;
  await page.clock.runFor(6000);
  await expect(saved(page)).toBeVisible();
  await expect(page.locator('[data-unsaved]')).toHaveCount(0);
  await expect(page.getByLabel('Er det et mål, du selv siger ja til?')).toHaveValue('');
  await desk.goto(`${address}/maal/2`);
  await expect(desk.getByText('Gjort 23. november 2026')).toHaveCount(2);
  await expect(desk.getByText('Jeg er udhvilet')).toBeVisible();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await desk.context().close();
});

test('what the server refuses is undone, and what was written stays to be sent again', async ({ page, browser }) => {
  const { desk, address } = await start(page, browser);
  await desk.request.post(`${address}/maal/2`, { form: { ACT: 'WRITE', FIELD: 'GOAL:2:M', OVER: '0', TEXT: 'Anna skrev først' } });
  const field = page.getByLabel('Hvordan kan du se');
  await field.fill('Jeg er udhvilet');
  await page.getByRole('main').getByRole('button', { name: 'Gem', exact: true }).first().click();
  await expect(page.getByRole('status').getByText(/Her har .* skrevet 23\. november 2026/)).toBeVisible();
  // The same question still, with what Anna wrote and what was to be saved.
  await expect(field).toHaveValue('Jeg er udhvilet');
  await expect(page.getByText('Anna skrev først')).toBeVisible();
  await desk.goto(`${address}/maal/2`);
  await expect(desk.getByText('Anna skrev først')).toBeVisible();
  await expect(desk.getByText('Jeg er udhvilet')).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: 'Gem', exact: true }).first().click();
  await expect(saved(page)).toBeVisible();
  await expect(page.locator('#ANSWER')).toHaveValue('');
  await desk.reload();
  await expect(desk.getByText('Jeg er udhvilet')).toBeVisible();
  await desk.context().close();
});

test('who is signed out meanwhile loses nothing: they come in again elsewhere, and press once', async ({ page, browser, context }) => {
  const { desk, code } = await start(page, browser);
  await page.request.post('/min-plan/ud');
  await page.getByText('Hvordan har du det?').first().click();
  await page.getByLabel('Hvordan har den sidste uge været?').fill('Bedre end før');
  await page.getByRole('group', { name: 'Hvordan har du haft det alt i alt?' }).getByLabel('Godt', { exact: true }).check();
  await page.locator('form[action$="/trivsel"]').getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByRole('status').getByText('for du er logget ud')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/min-plan');
  await enterAgain(other, code);
  await other.close();
  await page.getByRole('button', { name: 'Prøv igen' }).click();
  await expect(saved(page)).toBeVisible();
  await page.goto('/min-plan/trivsel');
  await expect(page.getByText('Bedre end før')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Godt' })).toBeVisible();
  await desk.context().close();
});

test('the weeks are turned without a page, by keyboard too', async ({ page, browser }) => {
  const { desk, address } = await start(page, browser);
  await desk.request.post(`${address}/uge`, { form: { ACT: 'HOURS', OFFER: 'dagbehandling-stoffer', DAY: '2026-11-23' } });
  await page.goto('/min-plan');
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await expect(page.getByText('I dag, mandag 23. november kl. 9-14').first()).toBeVisible();
  let pages = 0;
  page.on('request', () => (pages += 1));
  await page.getByRole('button', { name: 'Vis ugen efter' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Mandag 30. november kl. 9-14')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Uge 50' })).toBeVisible();
  await page.getByRole('button', { name: 'Vis ugen før' }).click();
  await expect(page.getByRole('heading', { name: 'Næste uge' })).toBeVisible();
  expect(pages).toBe(0);
  await desk.context().close();
});

test('what the phone loads for it is small enough', async ({ page, browser }) => {
  const { desk } = await start(page, browser);
  const [script, wasm] = await page.locator('script[data-wasm]').evaluate((script) => [script.src, new URL(script.dataset.wasm, script.src).href]);
  const [js, binary] = [await bytes(script), await bytes(wasm)];
  expect([js.encoding, binary.encoding]).toEqual(['br', 'br']);
  expect(js.size, 'script').toBeLessThanOrEqual(8000);
  expect(binary.size, 'WebAssembly').toBeLessThanOrEqual(88_000);
  await desk.context().close();
});

test('a page whose session has ended shows nothing of the plan, and keeps what was being written', async ({ page, browser }) => {
  await page.clock.install();
  const { desk } = await start(page, browser);
  await page.getByLabel('Hvordan kan du se').fill('Midt i en sætning');
  await page.request.post('/min-plan/ud');
  await page.clock.runFor(130_000);
  await expect(page.getByRole('heading', { level: 1, name: 'Det blev ikke gemt' })).toBeVisible();
  await expect(page.getByText('Midt i en sætning')).toBeVisible();
  await expect(page.getByText('Sove om natten')).toHaveCount(0);
  await desk.context().close();
});

test('of a page that closes with something unsaved, that alone is seen until it is saved', async ({ page, browser, context }) => {
  await page.clock.install();
  const { desk, code } = await start(page, browser);
  await page.request.post('/min-plan/ud');
  await tick(page, 'Ingen kaffe').click();
  await expect(page.getByRole('status').getByText('for du er logget ud')).toBeVisible();
  await page.clock.runFor(130_000);
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  for (const seen of await page.getByText('Sove om natten').all()) await expect(seen).toBeHidden();
  await expect(page.getByRole('button', { name: 'Prøv igen' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/min-plan');
  await enterAgain(other, code);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Prøv igen' }).click();
  await expect(page.locator('[data-unsaved]')).toHaveCount(0);
  await page.clock.runFor(5000);
  await expect(page.getByRole('heading', { level: 1, name: /^Din / })).toBeVisible();
  await desk.context().close();
});

test('what is typed before the page is awake stays in the field', async ({ page, browser }) => {
  const { desk } = await start(page, browser);
  let serve;
  const waits = new Promise((resolve) => (serve = resolve));
  await page.route('**/*.wasm', async (route) => (await waits, route.continue()));
  await page.goto('/min-plan');
  await page.getByLabel('Hvordan kan du se').fill('Skrevet tidligt');
  await expect(page.locator('html[data-awake]')).toHaveCount(0);
  serve();
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await expect(page.getByLabel('Hvordan kan du se')).toHaveValue('Skrevet tidligt');
  await desk.context().close();
});
