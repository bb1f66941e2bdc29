// Asks to be called, again and again, while the database's primary goes away and the standby takes over: see
// scripts/bench-switch-over, which starts it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CALL, CALLED, askPortal, fillCall } from './ask.mjs';
import { startPortal } from './portal.mjs';

const [times, outage] = process.argv.slice(2).map(Number);
const { WITH_STANDBY } = process.env;
// How many write at once, and how long each waits for an answer.
const WRITERS = 4;
const PATIENCE = 15_000;
// How often it is asked whether the portal is ready, and how soon it must know, in seconds.
const OFTEN = 100;
const KNOWS_TROUBLE = 5;
const KNOWS_END = 10;
const SERVES_AGAIN = 10;

const seconds = () => performance.now() / 1000;
const database = async (...command) => (await promisify(execFile)(WITH_STANDBY, command)).stdout.trim();

/** Writes all the time; notes what was acknowledged, and when. */
class Load {
  acknowledged = [];
  failures = new Map();
  #number = 20_000_000;
  #stopped = false;

  constructor(portal) {
    this.portal = portal;
    this.writers = Array.from({ length: WRITERS }, () => this.#write());
  }

  async #ask(options) {
    const agent = new http.Agent();
    const late = setTimeout(() => agent.destroy(), PATIENCE);
    try {
      return await askPortal(this.portal, CALL, { ...options, agent });
    } finally {
      clearTimeout(late);
      agent.destroy();
    }
  }

  async #write() {
    while (!this.#stopped) {
      const what = await this.#once().catch((error) => error.code ?? String(error));
      if (!what) continue;
      this.failures.set(what, (this.failures.get(what) ?? 0) + 1);
      await pause(20);
    }
  }

  /** What went wrong, if anything did. */
  async #once() {
    const page = await this.#ask({});
    if (page.status !== 200) return `reading: ${page.status}`;
    const form = fillCall(page.text, `+45 ${(this.#number += 1)}`);
    const sent = seconds();
    const got = await this.#ask({ form });
    if (got.status !== 200 || !got.text.includes(CALLED)) return `writing: ${got.status}`;
    this.acknowledged.push({ form: form.FORM, sent, at: seconds() });
    return undefined;
  }

  /** The moment of the first that was acknowledged after a moment, having been sent after another. */
  firstAfter(at, sent = 0) {
    return this.acknowledged.find((one) => one.at > at && one.sent > sent)?.at;
  }

  async stop() {
    this.#stopped = true;
    await Promise.all(this.writers);
  }
}

/** Asks all the time whether the portal is ready; keeps every change. */
class Watch {
  changes = [];
  #stopped = false;

  constructor(portal) {
    this.portal = portal;
    this.watching = this.#watch();
  }

  async #watch() {
    while (!this.#stopped) {
      const ready = await askPortal(this.portal, '/readyz').then(({ status }) => status === 200, () => false);
      if (this.changes.at(-1)?.ready !== ready) this.changes.push({ ready, at: seconds() });
      await pause(OFTEN);
    }
  }

  /** When it first said so after a moment; at once, where it said so by then. */
  saidAfter(ready, at) {
    const before = this.changes.filter((change) => change.at <= at).at(-1);
    return before?.ready === ready ? at : this.changes.find((change) => change.at > at && change.ready === ready)?.at;
  }

  async stop() {
    this.#stopped = true;
    await this.watching;
  }
}

async function until(what, patience) {
  const begun = seconds();
  while (what() === undefined && seconds() - begun < patience) await pause(OFTEN);
  return what();
}

const since = (moment, begun) => (moment === undefined ? Infinity : moment - begun);
const show = (number) => (number === Infinity ? 'never' : `${number.toFixed(1)} s`).padStart(8);

/** What happens when nothing that is written is acknowledged from `gone` on, until `back`. */
async function measure(load, watch, gone, back) {
  const served = since(await until(() => load.firstAfter(back, gone), 2 * SERVES_AGAIN), back);
  const ready = since(await until(() => watch.saidAfter(true, back), 2 * KNOWS_END), back);
  const noticed = since(watch.saidAfter(false, gone), gone);
  return { noticed: noticed < back - gone + ready ? noticed : Infinity, served, ready };
}

async function switchOver(load, watch) {
  const gone = seconds();
  await database('stop-primary');
  await pause(outage * 1000);
  await database('promote');
  const measured = await measure(load, watch, gone, seconds());
  await database('rejoin');
  return measured;
}

async function loseStandby(load, watch) {
  await database('stop-standby');
  const gone = seconds();
  await pause(outage * 1000);
  await database('start-standby');
  return measure(load, watch, gone, seconds());
}

/** Those of the acknowledged calls that the database does not have. */
async function findLost(load) {
  // Those of before the question: more are acknowledged while it is answered.
  const acknowledged = [...load.acknowledged];
  const stored = new Set((await database('ask', "SELECT encode(form, 'hex') FROM callback")).split('\n'));
  const hash = (form) => createHash('sha256').update(Buffer.from(form, 'hex')).digest('hex');
  return acknowledged.filter(({ form }) => !stored.has(hash(form)));
}

const portal = await startPortal({ PORTAL_DATABASE_URL: process.env.PORTAL_DATABASE_URL });
const load = new Load(portal);
const watch = new Watch(portal);
let bad = 0;
await pause(1_000);

console.log('                  known not  first     known     acknow-');
console.log('                  ready      written   ready     ledged   lost');
const rows = [
  ...Array.from({ length: times }, (_, index) => [`switch-over ${index + 1}`, switchOver]),
  ['standby away', loseStandby],
];
for (const [name, happen] of rows) {
  const before = load.acknowledged.length;
  const { noticed, served, ready } = await happen(load, watch);
  const lost = (await findLost(load)).length;
  const late = (outage > KNOWS_TROUBLE && noticed > KNOWS_TROUBLE) || served > SERVES_AGAIN || ready > KNOWS_END;
  if (late || lost > 0) bad += 1;
  const counts = `${String(load.acknowledged.length - before).padStart(8)} ${String(lost).padStart(6)}`;
  console.log(`${name.padEnd(16)} ${show(noticed)}  ${show(served)}  ${show(ready)}  ${counts}${late ? '   late' : ''}`);
}
await load.stop();
await watch.stop();
const lost = await findLost(load);
console.log(`${load.acknowledged.length} acknowledged in all, ${lost.length} lost. What was told to who was not served:`);
for (const [what, count] of load.failures) console.log(`  ${what}: ${count}`);
await portal.stop();
process.exitCode = bad > 0 || lost.length > 0 ? 1 : 0;
