// Debian's Firefox, by WebDriver BiDi. Without script only what answers at once can be asked of a page: a promise is
// never kept there. And pages of the browser's own, such as "Document Expired", are never said to be loaded.
import puppeteer from 'puppeteer-core';

/** What puppeteer switches off, and Firefox has on where people use it: the files of the session, written often. */
const AS_INSTALLED = { 'browser.sessionstore.resume_from_crash': true, 'browser.sessionstore.interval': 300 };
/** Who is asked whether to send a form again says yes. */
const SENDS_AGAIN = { 'dom.confirm_repost.testing.always_accept': true };

export const name = 'Firefox';

/** Opens the browser; `folder` is where it keeps its profile, and `prefs` are settings of its reader. */
export async function openBrowser({ script, folder, prefs = {} }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    userDataDir: folder,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--width=500', '--height=800'],
    extraPrefsFirefox: { 'javascript.enabled': script, ...AS_INSTALLED, ...SENDS_AGAIN, ...prefs },
  });
  const [page] = await browser.pages();
  // A receipt asks before it is left.
  page.on('dialog', (dialog) => dialog.accept());
  return {
    open: (url) => page.goto(url),
    evaluate: (task, ...given) => page.evaluate(task, ...given),
    press: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    back: () => page.goBack(),
    forward: () => page.goForward(),
    reload: () => page.reload(),
    picture: () => page.screenshot({ encoding: 'base64' }),
    close: () => browser.close(),
    kill: () => new Promise((resolve) => browser.process().once('exit', resolve).kill('SIGKILL')),
  };
}
