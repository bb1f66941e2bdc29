// Of a citizen's request nothing is written down: by the proxy, by the portal, in any of their files.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import net from 'node:net';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { CALL, ask, askForCall, askHttp2, fillCall } from './ask.mjs';
import { startPortal } from './portal.mjs';
import { KINDS, startProxy } from './proxy.mjs';

const WORD = 'kanariefugl';
const NUMBER = '61626364';
const FROM = '127.0.0.77';
// The word, parts of addresses of pages, of what was sent, of where it came from, of what it was sent with.
const CANARIES = new RegExp(
  [WORD, NUMBER, '127\\.0\\.0\\.77', '203\\.0\\.113', '2001:db8', '/vejle|/ring-mig-op|/soeg|/kode', 'Mozilla', 'PHONE=', '\\bQ='].join('|'),
  'i',
);
// The portal names the template of a route, and no address.
const TEMPLATES = /route="[^"]*"/g;

const headers = {
  'user-agent': `Mozilla/5.0 ${WORD}`,
  referer: `https://${WORD}.example/?${WORD}`,
  cookie: `a=${WORD}`,
  'x-forwarded-for': '203.0.113.9, 2001:db8::1',
  'accept-language': `da, ${WORD}`,
};

/** Writes bytes that are no request of a browser, in TLS or not. */
async function throwAt(proxy, bytes, tls) {
  if (tls) {
    const input = `-connect 127.0.0.1:${proxy.port} -servername ${proxy.name} -quiet -no_ign_eof`;
    const asked = promisify(execFile)('openssl', ['s_client', ...input.split(' ')], { timeout: 2_000 });
    asked.child.stdin.on('error', () => {});
    asked.child.stdin.end(bytes);
    await asked.catch(() => {});
    return;
  }
  const socket = net.connect({ port: proxy.port, host: '127.0.0.1', localAddress: FROM });
  socket.on('error', () => {});
  socket.end(bytes);
  socket.resume();
  await Promise.race([once(socket, 'close'), new Promise((resolve) => { setTimeout(resolve, 2_000).unref(); })]);
  socket.destroy();
}

async function visit(proxy) {
  const options = { from: FROM, headers };
  // A body that is refused may be refused while it is sent.
  const any = (path, more) => ask(proxy, path, { ...options, ...more }).catch(() => {});
  await any(`/?${WORD}`);
  await any(`/${WORD}`);
  await any(`/vejle/${WORD}?${WORD}=${WORD}`);
  await any(`/assets/${WORD}.css`);
  await any(`/%e0%${WORD}`);
  await any('/vejle/soeg', { form: { Q: WORD } });
  await any('/kode', { form: { CODE: WORD } });
  await any('/api/none', { body: WORD });
  await any(`/vejle/soeg`, { form: { Q: WORD }, headers: { ...headers, origin: `https://${WORD}.example` } });
  await any('/vejle/soeg', { form: { Q: WORD.repeat(7_000) } });
  await any('/vejle/soeg', { form: { Q: WORD.repeat(100_000) } });
  await any(`/${WORD}`, { method: 'DELETE' });
  await any('/', { headers: { ...headers, host: `${WORD}.example` } });
  await any('/', { headers: { ...headers, [`x-${WORD}`]: WORD.repeat(4_000) } });
  await any('/readyz');
  const call = await askForCall(proxy, `+45 ${NUMBER}`, { ...options, reading: headers }).catch(() => {});
  const page = await ask(proxy, CALL, options).catch(() => {});
  if (page) await any(CALL, { form: { ...fillCall(page.text, `+45 ${NUMBER} ${WORD}`), NAME: WORD } });
  await askHttp2(proxy, `/${WORD}?${WORD}`, { headers }).catch(() => {});
  await throwAt(proxy, `GET /${WORD} HTTP/1.1\r\nHost: ${WORD}\r\n\r\n`, false);
  await throwAt(proxy, `GET /${WORD} HTTP/1.1\r\n${WORD}\r\n\r\n`, true);
  await throwAt(proxy, `POST / HTTP/1.1\r\nHost: ${proxy.name}\r\nContent-Length: 5\r\nTransfer-Encoding: ${WORD}\r\n\r\n${WORD}`, true);
  return call;
}

for (const kind of KINDS) {
  describe(kind, () => {
    let portal;
    let proxy;
    before(async () => {
      portal = await startPortal({ PORTAL_PROXIES: '1' });
      proxy = await startProxy(kind, [portal.address]);
    });
    after(async () => {
      await proxy?.stop();
      await portal?.stop();
    });
    const isSilent = () => {
      for (const [who, said] of [['the portal', portal.log().replaceAll(TEMPLATES, '')], ['the proxy', proxy.written()]]) {
        const line = said.split('\n').find((one) => CANARIES.test(one));
        assert.equal(line, undefined, `${who} has written: ${line}`);
      }
    };

    test('of what was asked and sent, nothing is written', async () => {
      const call = await visit(proxy);
      assert.equal(call?.status, 200, 'the visit was none');
      assert.match(portal.log(), /route="\/\{kommune\}/, 'the log that was read is none');
      isSilent();
    });

    test('nor where the portal is gone', async () => {
      await portal.stop();
      await visit(proxy);
      isSilent();
    });
  });
}
