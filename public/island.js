// Wakes the islands of a page, once the page itself is there, and makes leaving it quick.
import init, * as client from 'client';
import { watchExit } from './exit.js';
import { watchHistory } from './navigate.js';

watchExit();
// The guide numbers its own steps: its outcome is kept while an offer is looked at.
watchHistory((sent) => sent || Number(history.state) > 0);

const wasm = document.querySelector('script[data-wasm]').dataset.wasm;

/**
 * Wakes the islands in `element`, the outer ones first. What an island was given as children is a
 * `leptos-children`; an island in there belongs to the outer one, whose context it is given by `given`. An island that
 * is not of this bundle sleeps on.
 */
function wakeIn(element, given) {
  for (const child of element.children) {
    const tag = child.localName;
    if (tag === 'leptos-island' && client[child.dataset.component]) {
      given?.();
      client[child.dataset.component](child);
    }
    // Set by the island that has just been woken.
    wakeIn(child, (tag === 'leptos-children' && child.$$on_hydrate) || given);
  }
}

async function wake() {
  await init({ module_or_path: wasm });
  client.hydrate();
  wakeIn(document.body);
  document.documentElement.dataset.awake = '';
}

if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 1500 });
else setTimeout(wake, 200);
