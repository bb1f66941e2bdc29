// A portal of the test's own: PORTAL_BIN, with a database and keys in a temporary folder and its clock standing still.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const NOW = ['--now', '2026-11-23T10:00:00+01:00'];
const { PORTAL_BIN } = process.env;
if (!PORTAL_BIN) throw new Error('Set PORTAL_BIN to the portal to start.');

/** What a setting says stands over what is usual here. */
function environment(folder, settings) {
  return {
    ...process.env,
    PORTAL_DEMO: '1',
    PORTAL_ADDR: '127.0.0.1:0',
    PORTAL_DATABASE_URL: `sqlite://${folder}/portal.db`,
    PORTAL_KEYS_DIR: `${folder}/keys`,
    PORTAL_QUOTA: 'none',
    ...settings,
  };
}

export async function startPortal(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'traedesten-portal-'));
  const env = environment(folder, settings);
  let child;
  // Also where a test goes wrong half-way, nothing is left.
  process.once('exit', () => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  await promisify(execFile)(PORTAL_BIN, ['demo', ...NOW], { env });
  child = spawn(PORTAL_BIN, ['serve', ...NOW], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { said += data; });
  const ended = new Promise((resolve) => { child.once('close', resolve); });
  let address;
  while (!(address = /^Trædesten: http:\/\/(.*)$/m.exec(said)?.[1])) {
    if (child.exitCode !== null) throw new Error(`The portal did not start: ${said}`);
    await pause(20);
  }
  return {
    address,
    log: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The site's folder, and the names in it. */
export function siteOf(folder = process.env.PORTAL_SITE_DIR) {
  if (!folder) throw new Error('Set PORTAL_SITE_DIR to the folder of the site.');
  return { folder, names: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) };
}
