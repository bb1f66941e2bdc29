// A plan: opened at the desk, and come into by its citizen.
import { signIn } from './desk.mjs';

export const PIN = '493027';

/** Opens a plan about drugs at the desk of a municipality; its code, its address there, and who opened it. */
export async function openPlan(desk, municipality, at) {
  const base = at?.base ?? '';
  const staff = await signIn(desk, municipality, 'counsellor', at);
  await desk.goto(`${base}/desk/planer/ny`);
  await desk.getByLabel('Stoffer', { exact: true }).check();
  await desk.getByRole('button', { name: 'Åbn en plan' }).click();
  const code = (await desk.locator('p.code').innerText()).replace(/\D/g, '');
  await desk.getByRole('link', { name: 'Til planen' }).click();
  return { code, address: new URL(desk.url()).pathname, staff };
}

/** Types the code, and chooses the digits, as on the first day. */
export async function enterFirst(page, code, base = '') {
  await page.goto(`${base}/min-plan`);
  await page.getByLabel('Koden til planen').fill(code);
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await page.getByLabel('Dine seks cifre').fill(PIN);
  await page.getByLabel('De samme seks cifre igen').fill(PIN);
  await page.getByRole('button', { name: 'Gem mine cifre' }).click();
  await page.getByRole('heading', { level: 1, name: /^Din / }).waitFor();
}

/** Types the code and the digits where they are asked for, with the keyboard alone, as on any later day. */
export async function enterAgain(page, code) {
  await page.getByLabel('Koden til planen').fill(code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Dine seks cifre').fill(PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Din / }).waitFor();
}
