// The script of a page with an island: wakes it, and makes leaving the page quick.
import { watchExit } from './exit.js';
import { watchHistory } from './navigate.js';
import { wakeIslands } from './wake.js';

watchExit();
// The guide numbers its own steps: its outcome is kept while an offer is looked at.
watchHistory((sent) => sent || Number(history.state) > 0);
wakeIslands();
