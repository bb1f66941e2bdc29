// Debian's Chromium, without anything that talks to others on its own.
export const chromium = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

// The same engine without the browser around it: half the time a page.
export const headlessShell = { ...chromium, executablePath: '/usr/bin/chromium-headless-shell' };
