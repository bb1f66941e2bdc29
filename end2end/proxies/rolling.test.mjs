// While one version follows another, a page of either finds its files, whichever is asked for them.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ask, askPortal } from './ask.mjs';
import { siteOf, startPortal } from './portal.mjs';
import { KINDS, startProxy } from './proxy.mjs';

// So often that a proxy which takes turns, or throws a die, has asked both.
const TIMES = 16;

/** The site of a later version: another style sheet and another script, under other names. */
function laterSite(folder) {
  const { folder: site, names } = siteOf();
  cpSync(site, folder, { recursive: true });
  for (const what of ['style', 'steps']) {
    const [was, is] = [names[what], names[what].replace(/-[0-9a-f]{16}\./, '-0123456789abcdef.')];
    for (const ending of ['', '.br', '.gz']) renameSync(join(folder, 'assets', was + ending), join(folder, 'assets', is + ending));
    names[what] = is;
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(names));
}

let folder;
let portals;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'traedesten-sites-'));
  laterSite(join(folder, 'later'));
  // Where the files of all versions are put before one of them is started.
  cpSync(join(siteOf().folder, 'assets'), join(folder, 'assets'), { recursive: true });
  cpSync(join(folder, 'later', 'assets'), join(folder, 'assets'), { recursive: true });
  const shared = { PORTAL_ASSETS_DIR: join(folder, 'assets'), PORTAL_PROXIES: '1' };
  const earlier = await startPortal(shared);
  portals = [earlier, await startPortal({ ...shared, PORTAL_SITE_DIR: join(folder, 'later') })];
});
after(async () => {
  for (const portal of portals ?? []) await portal.stop();
  rmSync(folder, { recursive: true });
});

const filesOf = (page) => [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);

test('a file that no version has is not found, and browsers do not remember that', async () => {
  const got = await askPortal(portals[1], '/assets/portal-fedcba9876543210.css');
  assert.equal(got.status, 404);
  assert.deepEqual(got.headers['cache-control'], ['no-store']);
});

test('no name leads out of the folder of files', async () => {
  for (const name of ['..%2fmanifest.json', '../later/manifest.json', '%2e%2e%2flater%2fmanifest.json', '.', '%00', '.digest', '']) {
    assert.equal((await askPortal(portals[1], `/assets/${name}`)).status, 404, name);
  }
});

for (const kind of KINDS) {
  describe(kind, () => {
    let proxy;
    before(async () => { proxy = await startProxy(kind, portals.map(({ address }) => address)); });
    after(() => proxy?.stop());

    test('a page of either version finds all its files, as they are', async () => {
      for (const portal of portals) {
        const paths = filesOf((await askPortal(portal, '/vejle/ring-mig-op')).text);
        assert.ok(paths.length >= 4, `the page names ${paths}`);
        for (const path of paths) {
          const whole = readFileSync(join(folder, path));
          for (let time = 0; time < TIMES; time += 1) {
            const got = await ask(proxy, path, { headers: { 'accept-encoding': 'identity' } });
            assert.equal(got.status, 200, `${path}, asked for the ${time + 1}. time`);
            assert.ok(got.body.equals(whole), path);
            assert.deepEqual(got.headers['cache-control'], ['public, max-age=31536000, immutable']);
          }
        }
      }
    });
  });
}
