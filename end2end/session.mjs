// Signs a lead in at the desk of the portal at BASE_URL, and prints the cookie: for measurements and for QualWeb.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { headlessShell } from './chromium.mjs';
import { signIn } from './desk.mjs';

/** What the browser of a lead who is signed in sends. */
export async function openSession(base, municipality) {
  process.env.PORTAL_BIN ??= `${process.env.CARGO_TARGET_DIR}/release/portal`;
  const browser = await chromium.launch(headlessShell);
  const context = await browser.newContext();
  await signIn(await context.newPage(), municipality, 'lead', { base: base.replace(/\/$/, '') });
  const [{ name, value }] = await context.cookies();
  await browser.close();
  return `${name}=${value}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await openSession(process.env.BASE_URL, process.argv[2]));
