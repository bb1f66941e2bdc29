import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headlessShell } from './chromium.mjs';

// BASE_URL: a portal that runs already. Otherwise PORTAL_BIN is started, with its clock standing still.
const address = '127.0.0.1:4173';
const NOW = '--now 2026-11-23T10:00:00+01:00';
const { BASE_URL, PORTAL_BIN } = process.env;
// The configuration is read by every worker, which has the first one's environment; the server is started by one.
process.env.PORTAL_END2END ??= join(tmpdir(), `traedesten-end2end-${Date.now()}`);
const data = process.env.PORTAL_END2END;
if (!BASE_URL && !PORTAL_BIN) throw new Error('Set BASE_URL to a running portal, or PORTAL_BIN to the binary to start.');

// What measures files, HTML and looks is the same with and without JavaScript.
const ONCE = /(axe|budgets|html|look)\.spec\.mjs$/;
const WITH_WASM = /\.wasm\.spec\.mjs$/;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'node_modules/.results',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    baseURL: BASE_URL ?? `http://${address}`,
    browserName: 'chromium',
    launchOptions: headlessShell,
    viewport: { width: 360, height: 740 },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    actionTimeout: 5_000,
  },
  projects: [
    { name: 'javascript on', use: { javaScriptEnabled: true } },
    { name: 'javascript off', use: { javaScriptEnabled: false }, testIgnore: [ONCE, WITH_WASM] },
  ],
  webServer: BASE_URL
    ? undefined
    : {
        command: `"${PORTAL_BIN}" demo ${NOW} && exec "${PORTAL_BIN}" serve ${NOW}`,
        env: {
          PORTAL_DEMO: '1',
          PORTAL_ADDR: address,
          PORTAL_DATABASE_URL: `sqlite://${data}/portal.db`,
          PORTAL_KEYS_DIR: `${data}/keys`,
          // Browsers know passkeys by a name, and by no number.
          PORTAL_ORIGIN: 'http://localhost:4173',
          // All tests come from one place.
          PORTAL_QUOTA: 'none',
        },
        url: `http://${address}/readyz`,
        reuseExistingServer: false,
      },
});
