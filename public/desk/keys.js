// Keys for the daily acts. What has a key says so itself, by aria-keyshortcuts; "?" shows them all, and where they are
// turned off.

const OFF = 'desk-keys-off';

const isTyping = (element) => element.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null;
/** The appointments in the order of time, as they stand on the axis. */
const stops = () =>
  [...document.querySelectorAll('.slot a')]
    .filter((link) => link.checkVisibility())
    .map((link) => ({ link, box: link.getBoundingClientRect() }))
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
    .map(({ link }) => link);

/** Where nothing may be stored, keys are on. */
function isOff() {
  try {
    return Boolean(localStorage.getItem(OFF));
  } catch {
    return false;
  }
}

function turn(on) {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  } catch {
    // It holds for as long as nothing can be stored: not at all.
  }
}

/** Goes to the next or the previous appointment of the day, in the order of time. */
function move(by) {
  const links = stops();
  const place = links.indexOf(document.activeElement);
  links.at(place < 0 && by < 0 ? -1 : Math.max(0, Math.min(place + by, links.length - 1)))?.focus();
}

function press(key) {
  const target = [...document.querySelectorAll('[aria-keyshortcuts]')].find(
    (one) => one.getAttribute('aria-keyshortcuts') === key && one.checkVisibility(),
  );
  target?.click();
  return Boolean(target);
}

function handle(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(target)) return;
  const isOnSlot = target.matches?.('.slot a');
  const steps = { j: 1, k: -1, ...(isOnSlot ? { ArrowDown: 1, ArrowUp: -1 } : {}) };
  if (document.querySelector('dialog[open]')) return;
  if (key !== '?' && isOff()) return;
  if (key in steps) move(steps[key]);
  else if (!press(key)) return;
  event.preventDefault();
}

export function followKeys() {
  const dialog = document.getElementById('keys');
  if (!dialog) return;
  const [opener] = document.querySelectorAll('[aria-keyshortcuts="?"]');
  opener.hidden = false;
  opener.addEventListener('click', () => dialog.showModal());
  const box = dialog.querySelector('input');
  box.checked = !isOff();
  box.addEventListener('change', () => turn(box.checked));
  addEventListener('keydown', handle);
}
