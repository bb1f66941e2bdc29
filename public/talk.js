// The script of a conversation at the desk: its forms go by POST as they are.
import { followTalk } from './follow.js';

followTalk();
