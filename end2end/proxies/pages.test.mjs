// Behind nginx and Caddy, as deploy/ says, the portal is what it is without them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CALL, CALLED, ask, askForCall, askHttp2, askPortal, fillCall } from './ask.mjs';
import { siteOf, startPortal } from './portal.mjs';
import { KINDS, startProxy } from './proxy.mjs';

// What a proxy says of its own connection, and of the moment.
const OWN = ['date', 'connection', 'keep-alive', 'server', 'alt-svc', 'transfer-encoding', 'content-length'];

let portal;
before(async () => { portal = await startPortal({ PORTAL_PROXIES: '1' }); });
after(() => portal?.stop());

for (const kind of KINDS) {
  describe(kind, () => {
    let proxy;
    before(async () => { proxy = await startProxy(kind, [portal.address]); });
    after(() => proxy?.stop());
    const style = () => `/assets/${siteOf().names.style}`;

    test('every header of every kind of answer comes through once and unchanged', async () => {
      for (const path of ['/', '/vejle', CALL, '/desk', '/vejle/frist', '/nothing', '/ud', '/api/none', '/.well-known/security.txt', style()]) {
        const [through, direct] = [await ask(proxy, path), await askPortal(portal, path)];
        assert.equal(through.status, direct.status, path);
        const names = new Set([...Object.keys(through.headers), ...Object.keys(direct.headers)]);
        for (const name of names) {
          if (OWN.includes(name)) continue;
          assert.deepEqual(through.headers[name], direct.headers[name], `${path}: ${name}`);
        }
      }
    });

    test('no answer says a version', async () => {
      for (const path of ['/', '/readyz']) assert.doesNotMatch(String((await ask(proxy, path)).headers.server), /\d/);
    });

    test('files come compressed as the portal keeps them, and may be kept', async () => {
      const file = join(siteOf().folder, 'assets', siteOf().names.style);
      for (const [accepted, encoding, ending] of [['br, gzip', 'br', '.br'], ['gzip', 'gzip', '.gz'], ['identity', undefined, '']]) {
        const got = await ask(proxy, style(), { headers: { 'accept-encoding': accepted } });
        assert.equal(got.status, 200);
        assert.deepEqual(got.headers['content-encoding'], encoding && [encoding]);
        assert.deepEqual(got.headers['cache-control'], ['public, max-age=31536000, immutable']);
        assert.deepEqual(got.headers.vary, ['accept-encoding']);
        assert.ok(got.body.equals(readFileSync(`${file}${ending}`)), `${accepted}: other bytes`);
      }
    });

    test('a page comes compressed once, and is not kept', async () => {
      const got = await ask(proxy, '/vejle', { headers: { 'accept-encoding': 'gzip, br' } });
      assert.deepEqual(got.headers['content-encoding'], ['br']);
      assert.deepEqual(got.headers['cache-control'], ['no-store']);
    });

    test('a form is taken, by HTTP/1.1 and by HTTP/2, from the own name in whatever letters and with or without its port', async () => {
      const bare = { host: proxy.name };
      for (const headers of [
        {},
        { origin: proxy.base },
        { 'sec-fetch-site': 'same-origin', origin: proxy.base },
        { ...bare, origin: `https://${proxy.name}` },
        { ...bare, origin: `https://${proxy.name.toUpperCase()}:443` },
        { host: `${proxy.name}:443`, origin: `https://${proxy.name}` },
        { host: proxy.name.toUpperCase(), origin: `https://${proxy.name}` },
      ]) {
        const got = await askForCall(proxy, '+45 23 45 67 89', { headers });
        assert.equal(got.status, 200, JSON.stringify(headers));
        assert.ok(got.text.includes(CALLED), got.text);
      }
      const got = await askForCall(proxy, '+45 23 45 67 88', { headers: { origin: proxy.base } }, askHttp2);
      assert.ok(got.status === 200 && got.text.includes(CALLED), got.text);
    });

    test("a stranger's form is refused with a page", async () => {
      const page = await ask(proxy, CALL);
      for (const headers of [
        { origin: 'https://ond.example' },
        { origin: 'null' },
        { origin: `https://${proxy.name}.ond.example` },
        { origin: proxy.base, 'sec-fetch-site': 'cross-site' },
        { origin: 'https://ond.example', 'x-forwarded-host': 'ond.example', forwarded: 'host=ond.example' },
      ]) {
        const got = await ask(proxy, CALL, { headers, form: fillCall(page.text, '+45 23 45 67 89') });
        assert.equal(got.status, 403, JSON.stringify(headers));
        assert.ok(got.text.includes('</html>') && !got.text.includes(CALLED));
      }
    });

    test('a body that is too long is refused with 413 and a page that says so, however long it is', async () => {
      const send = (length) => ask(proxy, '/vejle/soeg', { body: `Q=${'x'.repeat(length)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      for (const length of [65 * 1024, 120 * 1024, 200 * 1024]) {
        const got = await send(length);
        assert.equal(got.status, 413, `${length} bytes`);
        assert.match(got.text, /<html/, `${length} bytes: no page`);
      }
      // Who still sends when it is refused may find the connection closed before the answer is read.
      const huge = await send(10 * 1024 * 1024).catch((error) => error);
      assert.ok(huge.status === 413 || ['ECONNRESET', 'EPIPE'].includes(huge.code), `${huge.status ?? huge}`);
    });

    test('files come through with a complaint, and one that is too large is refused by the portal', async () => {
      const answers = { SUBJECT: 'STAFF_CONDUCT', WHO: 'SELF', REACH: 'CODE' };
      const page = await ask(proxy, '/vejle/klage', { form: { ...answers, STEP: 'REACH' } });
      const field = (name) => page.text.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
      const pdf = (size) => `%PDF-1.7\n${'a'.repeat(size)}\n%%EOF\n`;
      const fields = { ...answers, STEP: 'WRITE', FORM: field('FORM'), MARK: field('MARK'), WORDS: 'Tonen' };
      const boundary = 'graense7MA4YWxkTrZu0gW';
      const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
      const files = [['brev.pdf', 9e6], ['stor.pdf', 11e6], ['lille.pdf', 3e5]].map(([name, size]) => `--${boundary}\r\nContent-Disposition: form-data; name="FILES"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${pdf(size)}\r\n`);
      const body = `${parts.join('')}${files.join('')}--${boundary}--\r\n`;
      const got = await ask(proxy, '/vejle/klage', { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: proxy.base } });
      assert.equal(got.status, 422, got.text.slice(0, 200));
      assert.match(got.text, /stor\.pdf er større end 10 MB/);
      assert.equal(got.text.match(/name="REMOVE"/g).length, 2, 'the other two are kept');
      assert.ok(got.text.includes('Tonen</textarea>'));
    });

    test('what is for who runs the portal is not for everybody', async () => {
      for (const path of ['/metrics', '/readyz', '/metrics/', '/%6detrics', '//metrics', '/metrics?a', '/READYZ', '/./readyz', '/a/../readyz']) {
        const got = await ask(proxy, path);
        assert.ok([308, 400, 404].includes(got.status), `${path}: ${got.status}`);
      }
    });

    test('what needs no portal still says something where the portal is gone', async () => {
      const alone = await startProxy(kind, ['127.0.0.1:9']);
      try {
        const got = await ask(alone, '/vejle');
        assert.ok([502, 503].includes(got.status), String(got.status));
        assert.match(got.text, /112/, 'a page that names the number for emergencies');
      } finally {
        await alone.stop();
      }
    });
  });
}
