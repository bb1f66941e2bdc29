// On PgBouncer in transaction mode, where every transaction may get another connection: scripts/with-pgbouncer runs this.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CALLED, askForCall, askPortal } from './ask.mjs';
import { startPortal } from './portal.mjs';

const { PORTAL_DATABASE_URL, PORTAL_TEST_POSTGRES_DIRECT: direct } = process.env;
const AT_ONCE = 16;
const TIMES = 20;

async function count(statement) {
  const { stdout } = await promisify(execFile)('psql', ['-XAtq', direct, '-c', statement]);
  return Number(stdout);
}

describe('PgBouncer', { skip: direct ? false : 'run by scripts/with-pgbouncer' }, () => {
  let keys;
  let portals = [];
  before(async () => {
    keys = mkdtempSync(join(tmpdir(), 'traedesten-keys-'));
    const settings = { PORTAL_DATABASE_URL, PORTAL_KEYS_DIR: keys };
    portals = [await startPortal(settings)];
    // Two at once: each looks whether the tables are up to date.
    portals.push(...await Promise.all([startPortal(settings), startPortal(settings)]));
  });
  after(async () => {
    for (const portal of portals) await portal.stop();
    rmSync(keys, { recursive: true });
  });

  test('many at once read and write by few connections, each gets their own answer, and all is stored', async () => {
    const stored = await count('SELECT count(*) FROM callback');
    await Promise.all(Array.from({ length: AT_ONCE }, async (_, who) => {
      const portal = portals[who % portals.length];
      for (let time = 0; time < TIMES; time += 1) {
        const number = 20_000_000 + who * TIMES + time;
        const called = await askForCall(portal, `+45 ${number}`, {}, askPortal);
        assert.ok(called.status === 200 && called.text.includes(CALLED), `${called.status}: ${called.text}`);
        // The receipt is of the one who asks, and of nobody else.
        assert.ok(called.text.includes(String(number).slice(-2)), called.text);
        const times = await askPortal(portal, '/vejle/samtale', { form: { ABOUT: 'CLOSE', CLOSE: '18-24' } });
        assert.equal(times.status, 200);
      }
    }));
    assert.equal(await count('SELECT count(*) FROM callback') - stored, AT_ONCE * TIMES);
  });

  test('they are ready, have met no error, and leave no lock to a connection', async () => {
    for (const portal of portals) {
      assert.equal((await askPortal(portal, '/readyz')).status, 200);
      assert.doesNotMatch(portal.log(), /ERROR|prepared statement/);
    }
    assert.equal(await count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"), 0);
  });
});
