// A portal of a test's own, whose clock can be put forward.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A portal of its own: at another time the others' database would be cleared of what is then over. */
export function openPortal(now) {
  const data = mkdtempSync(join(tmpdir(), 'traedesten-own-'));
  const env = {
    ...process.env,
    PORTAL_DEMO: '1',
    PORTAL_ADDR: '127.0.0.1:0',
    PORTAL_DATABASE_URL: `sqlite://${data}/portal.db`,
    PORTAL_KEYS_DIR: `${data}/keys`,
    PORTAL_QUOTA: 'none',
  };
  execFileSync(process.env.PORTAL_BIN, ['demo', '--now', now], { env, stdio: 'ignore' });
  const serveAt = async (now) => {
    const portal = spawn(process.env.PORTAL_BIN, ['serve', '--now', now], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const base = await new Promise((resolve) => portal.stdout.on('data', (line) => {
      const found = /^Trædesten: (\S+)/m.exec(line);
      if (found) resolve(found[1].replace(/\/$/, ''));
    }));
    const ended = new Promise((resolve) => portal.on('exit', resolve));
    return { base, stop: () => portal.kill() && ended };
  };
  return { data, serveAt, remove: () => rmSync(data, { recursive: true, force: true }) };
}
