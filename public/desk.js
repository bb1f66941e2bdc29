// The script of the desk: pages stay up to date while they are looked at, a word before a session ends, keys for the
// daily acts. Everything works without it, by hand.
import { followTalk } from './follow.js';
import { followKeys } from './desk/keys.js';
import { keepFresh } from './desk/fresh.js';
import { usePasskeys } from './desk/passkey.js';
import { watchSession } from './session.js';

followTalk();
followKeys();
keepFresh();
watchSession(3);
usePasskeys();

// What has just been done is said once: loaded again, the page says it no more.
if (location.search.includes('gjort=')) {
  const query = new URLSearchParams(location.search);
  query.delete('gjort');
  history.replaceState(history.state, '', location.pathname + (query.size ? `?${query}` : ''));
}

// Who hears the page or uses the keys comes to what has just been done, or went wrong.
const said = document.querySelector('main .alert');
if (said) {
  said.tabIndex = -1;
  said.focus({ preventScroll: true });
}

// What one has opened by a key or a tap is where one goes on.
const opened = location.pathname.includes('/desk/aftale/') && document.querySelector('.card h2');
if (opened && !said) {
  opened.tabIndex = -1;
  opened.focus();
}

// The newest message and the field stand together; who has sent one writes on.
const talk = document.querySelector('ol.talk');
if (talk) {
  talk.scrollTop = talk.scrollHeight;
  const field = document.querySelector('form[data-follow] textarea');
  if (field && !said && document.referrer === location.origin + location.pathname) field.focus();
}

// A message that was not sent is not lost without a word.
let isSending = false;
addEventListener('submit', () => (isSending = true));
addEventListener('beforeunload', (event) => {
  const isWritten = [...document.querySelectorAll('textarea')].some((field) => field.value.trim() && field.value !== field.defaultValue);
  if (isWritten && !isSending) event.preventDefault();
});
