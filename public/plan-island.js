// The script of the first page of a plan: that of all its pages, and the island.
import './plan.js';
import { wakeIslands } from './wake.js';

wakeIslands();
