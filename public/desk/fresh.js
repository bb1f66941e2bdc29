// Looks every half minute for what is new, while the page is seen. Only what is marked as live is replaced, and nothing
// in which somebody types or has opened something.

const PAUSE = 30_000;
/** Says that nobody asks: the session is not kept alive by it. */
export const BY_ITSELF = { 'X-By-Itself': '1' };

const regions = (page) => [...page.querySelectorAll('[data-live]')];

const folds = (region) => [...region.querySelectorAll('details')];

/** Remembers what is open as the server has it. */
function remember(region) {
  for (const fold of folds(region)) fold.dataset.was = String(fold.open);
}

/** Whether somebody is in the middle of something in a region: types, or has opened or closed something. */
function isUsed(region) {
  const active = document.activeElement;
  const types = region.contains(active) && active.matches('input, select, textarea, summary');
  return types || folds(region).some((fold) => String(fold.open) !== fold.dataset.was);
}

/** What leads to the same place in the page that replaces this one. */
function describe(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.matches('a[href]')) return `a[href="${CSS.escape(element.getAttribute('href'))}"]`;
  return element.ariaLabel ? `[aria-label="${CSS.escape(element.ariaLabel)}"]` : null;
}

function replace(region, next) {
  const active = region.contains(document.activeElement) ? describe(document.activeElement) : null;
  region.replaceChildren(...next.childNodes);
  if (active) region.querySelector(active)?.focus({ preventScroll: true });
}

function update(page) {
  let changed = false;
  for (const region of regions(document)) {
    const next = page.querySelector(`[data-live="${region.dataset.live}"]`);
    if (!next || isUsed(region)) continue;
    remember(next);
    if (region.innerHTML === next.innerHTML) continue;
    // The line for now moves by itself; that alone is no news.
    changed ||= region.textContent.replace(/\s+/g, '') !== next.textContent.replace(/\s+/g, '');
    replace(region, next);
  }
  const state = document.getElementById('desk-state');
  if (changed && state) state.textContent = state.dataset.changed;
}

async function look() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { headers: BY_ITSELF, redirect: 'manual' });
    if (response.status === 200) update(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    // No network: the next look is the same question.
  }
}

export function keepFresh() {
  const live = regions(document);
  if (!live.length) return;
  live.forEach(remember);
  setInterval(look, PAUSE);
  document.addEventListener('visibilitychange', look);
}
