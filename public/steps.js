// The script of pages with a form of several steps.
import { watchCode } from './code.js';
import { watchExit } from './exit.js';
import { followTalk } from './follow.js';
import { watchForms, watchHistory } from './navigate.js';

watchExit();
watchHistory();
watchForms();
followTalk();
watchCode();
