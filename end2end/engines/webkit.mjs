// Debian's WebKitGTK with its own small browser, by WebDriver. Needs a screen: see scripts/test-engines.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Builder } from 'selenium-webdriver';
import { freePort } from './portal.mjs';

const MINI_BROWSER = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch]}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;

/** The driver loses a page that changes its process on the way back, as Cross-Origin-Opener-Policy makes it. With that
 * policy no page is kept in memory either; without both, the first Back was seen to send the same form as with both. */
const FOLLOWED = ['--features=-CrossOriginOpenerPolicy', '--enable-page-cache=false'];

export const name = 'WebKitGTK';

async function isListening(port) {
  const socket = connect(port, '127.0.0.1');
  const listening = await once(socket, 'connect').then(() => true, () => false);
  socket.destroy();
  return listening;
}

/** Opens the browser; `folder` is where it may keep things. Where scripts are off, pages lose theirs as they are read: the
 * driver's own still run. */
export async function openBrowser({ script, folder }) {
  const port = await freePort();
  const kept = folder && { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
  const driver = spawn('WebKitWebDriver', ['-p', port], { stdio: 'ignore', env: { ...process.env, ...kept } });
  while (!(await isListening(port)));
  const args = ['--automation', `--enable-javascript-markup=${script}`, ...FOLLOWED];
  const page = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      acceptInsecureCerts: true,
      // A receipt asks before it is left.
      unhandledPromptBehavior: 'accept',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args },
    })
    .build();
  return {
    open: (url) => page.get(url),
    evaluate: (task, ...given) => page.executeScript(task, ...given),
    press: (x, y) => page.actions().move({ x: Math.round(x), y: Math.round(y) }).click().perform(),
    type: (text) => page.actions().sendKeys(text).perform(),
    back: () => page.navigate().back(),
    forward: () => page.navigate().forward(),
    reload: () => page.navigate().refresh(),
    picture: () => page.takeScreenshot(),
    async close() {
      await page.quit();
      driver.kill();
    },
  };
}
