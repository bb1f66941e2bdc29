// Wakes the islands of a page, once the page itself is there; and those of a page that a form has brought.
import init, * as client from 'client';

const wasm = document.querySelector('script[data-wasm]').dataset.wasm;

/**
 * Wakes the islands in `element`, the outer ones first. What an island was given as children is a
 * `leptos-children`; an island in there belongs to the outer one, whose context it is given by `given`. An island that
 * is not of this bundle sleeps on, and so does one that has been woken before it was put aside.
 */
function wakeIn(element, given) {
  for (const child of element.children) {
    const tag = child.localName;
    if (tag === 'leptos-island' && client[child.dataset.component] && !('woken' in child.dataset)) {
      child.dataset.woken = '';
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
  addEventListener('portal:shown', () => wakeIn(document.body));
}

/** Wakes them when the browser has nothing better to do. */
export function wakeIslands() {
  if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 1500 });
  else setTimeout(wake, 200);
}
