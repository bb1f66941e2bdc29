// Signing in at the desk, as a member of staff would with an authenticator on their phone.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';

export const NOW = Date.parse('2026-11-23T10:00:00+01:00');
const PASSWORD = 'fire helt tilfældige ord';

/** Adds a member of staff to the portal under test; the invitation. */
function invite(municipality, role, login, data) {
  const own = data && { PORTAL_DATABASE_URL: `sqlite://${data}/portal.db`, PORTAL_KEYS_DIR: `${data}/keys` };
  const env = { ...process.env, ...own };
  const added = ['staff', 'add', '--municipality', municipality, '--role', role, '--name', 'Anna (opdigtet)', login];
  return /invitation\s+(\S+)/.exec(execFileSync(process.env.PORTAL_BIN, added, { env, encoding: 'utf8' }))[1];
}

/** The six digits that an app shows for a key in base32, at the portal's standing time. */
export function digits(key, now) {
  const five = [...key.trim()].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter));
  const bits = five.map((value) => value.toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', secret).update(step).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
}

/** Signs in for the first time, by keyboard alone; `at` says where, if it is at a portal of one's own. Gives that name and the key of the app. */
export async function signIn(page, municipality, role, at = {}) {
  const { base = '', now = NOW, data = process.env.PORTAL_END2END } = at;
  const login = `${role}.${municipality}.${Math.random().toString(36).slice(2)}`;
  const invitation = invite(municipality, role, login, data);
  await page.goto(`${base}/desk/velkommen`);
  for (const [label, text] of [
    ['Brugernavn', login],
    ['Invitation', invitation],
    ['Ny adgangskode', PASSWORD],
    ['Gentag adgangskoden', PASSWORD],
  ]) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  const key = await page.locator('.key').innerText();
  await page.getByLabel('Seks cifre fra din app').focus();
  await page.keyboard.type(digits(key, now));
  await page.keyboard.press('Enter');
  // Whoever follows cases alone begins with those.
  await page.waitForURL(/\/desk(\/sager)?(\?|$)/);
  return { login, key };
}

/** Signs in on another day, with the name and the key of the app that the first time gave. */
export async function signInAgain(page, { login, key }, { base, now }) {
  await page.goto(`${base}/desk/log-ind`);
  await page.getByLabel('Brugernavn').fill(login);
  await page.getByLabel('Adgangskode').fill(PASSWORD);
  await page.getByLabel('Seks cifre fra din app').fill(digits(key, now));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk(\?|$)/);
}
