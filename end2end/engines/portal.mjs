// A portal of its own for the tests, with its clock standing still, and the neutral site that "Forlad siden" leads to.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { createServer as listenFree } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NOW = '2026-11-23T10:00:00+01:00';
export const NEUTRAL = 'Vejret';

/** A port that nobody has. */
export async function freePort() {
  const server = listenFree();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The way out leads to an address with https only: a certificate that the browsers are told to take. */
async function openNeutralSite(folder) {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert];
  execFileSync('openssl', made, { stdio: 'ignore' });
  const site = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<title>${NEUTRAL}</title><h1>${NEUTRAL}</h1>`);
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  return site;
}

export async function openPortal() {
  const data = mkdtempSync(join(tmpdir(), 'traedesten-engines-'));
  const neutral = await openNeutralSite(data);
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PORTAL_DEMO: '1',
    PORTAL_ADDR: `127.0.0.1:${port}`,
    PORTAL_DATABASE_URL: `sqlite://${data}/portal.db`,
    PORTAL_KEYS_DIR: `${data}/keys`,
    PORTAL_ORIGIN: base,
    PORTAL_QUOTA: 'none',
    PORTAL_EXIT_URL: `https://127.0.0.1:${neutral.address().port}/`,
  };
  const run = (...args) => execFileSync(process.env.PORTAL_BIN, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  run('demo', '--now', NOW);
  let stop;
  /** Serves from now on, with the clock standing at `now`. */
  const serveAt = async (now) => {
    await stop?.();
    const portal = spawn(process.env.PORTAL_BIN, ['serve', '--now', now], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => portal.on('exit', resolve));
    stop = () => portal.kill() && ended;
    const ready = new Promise((resolve) => portal.stdout.on('data', (line) => /^Trædesten: /m.test(line) && resolve(true)));
    if ((await Promise.race([ready, ended])) !== true) throw new Error('The portal did not start.');
  };
  await serveAt(NOW);
  return {
    base,
    run,
    serveAt,
    async close() {
      neutral.closeAllConnections();
      neutral.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
