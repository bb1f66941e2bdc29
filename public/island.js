// Wakes the islands of a page, once the page itself is there, and makes leaving it quick.
import init, * as client from 'client';
import { watchExit } from './exit.js';

watchExit();

const wasm = document.querySelector('script[data-wasm]').dataset.wasm;

async function wake() {
  await init({ module_or_path: wasm });
  client.hydrate();
  for (const island of document.querySelectorAll('leptos-island')) {
    client[island.dataset.component](island);
  }
  document.documentElement.dataset.awake = '';
}

if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 1500 });
else setTimeout(wake, 200);
