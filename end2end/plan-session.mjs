// Opens a plan at the desk of the portal at BASE_URL, writes in it what stands there after some months, and prints the
// cookie of its citizen: for measurements and for QualWeb.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { headlessShell } from './chromium.mjs';
import { enterFirst, openPlan } from './plan.mjs';

/** What the browser of a citizen who is in their plan sends. */
export async function openCitizen(portal) {
  process.env.PORTAL_BIN ??= `${process.env.CARGO_TARGET_DIR}/release/portal`;
  const base = portal.replace(/\/$/, '');
  const browser = await chromium.launch(headlessShell);
  const [desk, citizen] = [await browser.newContext(), await browser.newContext()];
  const page = await citizen.newPage();
  const { code, address } = await openPlan(await desk.newPage(), 'vejle', { base });
  await enterFirst(page, code, base);
  const send = async (path, form) => {
    const answer = await citizen.request.post(`${base}/min-plan${path}`, { form });
    if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`);
  };
  for (let goal = 0; goal < 5; goal += 1) {
    const place = 2 + goal * 7;
    await send('/maal', { ACT: 'GOAL', TEXT: `Mål nummer ${goal}: at sove om natten og møde om morgenen` });
    await send(`/maal/${place}`, { ACT: 'WRITE', FIELD: `GOAL:${place}:M`, OVER: '0', TEXT: 'Jeg vågner udhvilet fem dage om ugen' });
    for (let step = 0; step < 5; step += 1) await send(`/maal/${place}`, { ACT: 'STEP', TEXT: `Skridt ${step} på vejen: ingen kaffe efter klokken 15` });
  }
  const week = await desk.request.post(`${base}${address}/uge`, { form: { ACT: 'MEETING', TEXT: 'Samtale', DAY: '2026-11-23', FROM: '13:00', TO: '14:00', RECURS: 'WEEKLY' } });
  if (week.status() !== 200) throw new Error(`uge: ${week.status()}`);
  const cookies = await citizen.cookies();
  const own = cookies.filter(({ name }) => name.startsWith('__Host-'));
  await browser.close();
  return own.map(({ name, value }) => `${name}=${value}`).join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await openCitizen(process.env.BASE_URL));
