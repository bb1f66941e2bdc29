// nginx or Caddy with the configuration of deploy/, in front of portals that run: scripts/with-proxy.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/with-proxy', import.meta.url));
// It says where the proxy stands, and ends when nobody holds its input any more.
const WAIT = 'echo "$PROXY_PORT $PROXY_NAME $PROXY_CERTIFICATE $PROXY_LOGS"; cat';

export const KINDS = ['nginx', 'caddy'];

/** All that stands in the files of a folder. */
function readAll(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

/** Starts a proxy; `trusts` is the address of one more in front of it. */
export async function startProxy(kind, addresses, { trusts = '' } = {}) {
  const env = { ...process.env, PROXY_TRUSTS: trusts };
  const child = spawn(SCRIPT, [kind, addresses.join(' '), 'bash', '-c', WAIT], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const [first] = await Promise.race([once(child.stdout, 'data'), ended]);
  const [port, name, certificate, logs] = String(first).trim().split(' ');
  if (!logs) throw new Error(`${kind} did not start`);
  return {
    kind,
    name,
    port: Number(port),
    base: `https://${name}:${port}`,
    certificate: readFileSync(certificate),
    written: () => readAll(logs),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
