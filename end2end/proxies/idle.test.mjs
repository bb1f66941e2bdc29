// SLOW, 65 seconds: a connection that nothing moves on is kept longer by the portal than by whoever stands in front of it.
// Else a form is sent on a connection that is just being closed, which no proxy may send again: 502.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { CALL, CALLED, ask, askPortal, fillCall } from './ask.mjs';
import { startPortal } from './portal.mjs';
import { KINDS, startProxy } from './proxy.mjs';

const IDLE = 65_000;
const DEPLOY = new URL('../../deploy/', import.meta.url);

let portal;
before(async () => { portal = await startPortal({ PORTAL_PROXIES: '1' }); });
after(() => portal?.stop());

/** How many seconds a proxy keeps a connection to the portal, as deploy/ says. */
function keptBy(kind) {
  const [file, setting] = kind === 'nginx'
    ? ['nginx.conf', /upstream [^}]*keepalive_timeout (\d+)s/]
    : ['Caddyfile', /keepalive (\d+)s/];
  return Number(setting.exec(readFileSync(new URL(file, DEPLOY), 'utf8'))?.[1]);
}

async function throughPortal() {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const page = await askPortal(portal, CALL, { agent });
  const begun = Date.now();
  const [socket] = Object.values(agent.freeSockets).flat();
  let kept = Infinity;
  socket.once('close', () => { kept = (Date.now() - begun) / 1000; });
  await pause(IDLE);
  const form = fillCall(page.text, '+45 23 45 67 01');
  const got = kept === Infinity ? await askPortal(portal, CALL, { agent, form }) : undefined;
  const reused = Object.values(agent.freeSockets).flat().includes(socket);
  agent.destroy();
  return { kept, got, reused };
}

async function throughProxy(kind) {
  const proxy = await startProxy(kind, [portal.address]);
  try {
    const page = await ask(proxy, CALL);
    await pause(IDLE);
    return await ask(proxy, CALL, { form: fillCall(page.text, `+45 23 45 67 0${2 + KINDS.indexOf(kind)}`) });
  } finally {
    await proxy.stop();
  }
}

test('SLOW: after 65 seconds of silence a form is taken', { timeout: 90_000 }, async (each) => {
  const [direct, ...proxied] = await Promise.all([throughPortal(), ...KINDS.map(throughProxy)]);
  for (const [index, kind] of KINDS.entries()) {
    await each.test(`through ${kind}`, () => {
      assert.equal(proxied[index].status, 200, proxied[index].text);
      assert.ok(proxied[index].text.includes(CALLED));
    });
    await each.test(`the portal keeps a connection longer than ${kind}`, () => {
      assert.ok(keptBy(kind) < direct.kept, `${kind}: ${keptBy(kind)} s, the portal: ${direct.kept} s`);
    });
  }
  await each.test('on the kept connection itself', () => {
    assert.equal(direct.kept, Infinity, `closed after ${direct.kept} s`);
    assert.equal(direct.got?.status, 200);
    assert.ok(direct.reused, 'another connection was used');
  });
});
