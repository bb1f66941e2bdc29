// The portal counts by the address behind the proxies, and believes nobody who makes one up.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CALLED, askForCall } from './ask.mjs';
import { startPortal } from './portal.mjs';
import { KINDS, startProxy } from './proxy.mjs';

// Of one place five calls are taken an hour, then no more; one to a number.
const FEW = { PORTAL_QUOTA: 'counted', PORTAL_QUOTA_CLIENT: '1' };
const CALLS = 5;

let number = 20_000_000;
async function isCalled(proxy, options) {
  const got = await askForCall(proxy, `+45 ${(number += 1)}`, options);
  assert.ok([200, 429, 503].includes(got.status), `${got.status}: ${got.text}`);
  assert.equal(got.status === 200, got.text.includes(CALLED));
  return got.status === 200;
}

async function useUp(proxy, options) {
  for (let call = 0; call < CALLS; call += 1) assert.ok(await isCalled(proxy, options(call)), `call ${call}`);
  assert.ok(!(await isCalled(proxy, options(CALLS))), 'one too many was taken');
}

for (const kind of KINDS) {
  for (const proxies of [1, 2]) {
    describe(`${kind}, ${proxies === 1 ? 'alone' : 'behind one more proxy'}`, () => {
      let portal;
      let proxy;
      before(async () => {
        portal = await startPortal({ ...FEW, PORTAL_PROXIES: String(proxies) });
        // The test itself is the proxy in front.
        proxy = await startProxy(kind, [portal.address], { trusts: proxies === 2 ? '127.0.0.0/8' : '' });
      });
      after(async () => {
        await proxy?.stop();
        await portal?.stop();
      });
      // Somebody, with what they say themselves of where they are.
      const somebody = (last, said) => (proxies === 1
        ? { from: `127.0.0.${last}`, headers: { 'x-forwarded-for': said } }
        : { headers: { 'x-forwarded-for': `${said}, 203.0.113.${last}` } });

      test('who has used up theirs gets no more by making up addresses, and others still get theirs', async () => {
        await useUp(proxy, (call) => somebody(2, `198.51.100.${call}`));
        assert.ok(await isCalled(proxy, somebody(3, '198.51.100.0')), 'somebody else shares the quota');
        assert.ok(!(await isCalled(proxy, somebody(2, 'unknown, , 127.0.0.9'))), 'a made-up line was believed');
        assert.doesNotMatch(portal.log(), /X-Forwarded-For cannot be read/);
      });
    });
  }
}
