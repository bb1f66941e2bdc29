// Leaving quickly: the link works without this. With it the page is covered at once, the address is
// not left on top of the history, and three presses of Shift within five seconds are enough.
const PRESSES = 3;
const WITHIN = 5000;

/** Covers the page, then goes away. */
function leave() {
  dispatchEvent(new Event('portal:leaving'));
  document.title = 'Henter…';
  const cover = document.createElement('div');
  cover.className = 'cover';
  cover.setAttribute('role', 'alert');
  cover.textContent = 'Henter…';
  document.body.replaceChildren(cover);
  history.replaceState(null, '', '/');
  // Set by script, the address would be told to the site it leads to.
  const referrer = document.createElement('meta');
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  document.head.append(referrer);
  location.replace('/ud');
}

export function watchExit() {
  addEventListener(
    'click',
    (event) => {
      if (!event.target.closest?.('.exit')) return;
      event.preventDefault();
      leave();
    },
    true,
  );
  let presses = [];
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) {
      presses = [];
      return;
    }
    presses = [...presses.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
    if (presses.length >= PRESSES) leave();
  });
  // What was on the page does not come back from the browser's memory.
  addEventListener('pagehide', () => document.documentElement.classList.add('hidden'));
  addEventListener('pageshow', (event) => {
    document.documentElement.classList.remove('hidden');
    if (event.persisted) location.reload();
  });
}
