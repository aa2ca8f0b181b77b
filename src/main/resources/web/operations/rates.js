// What happened since the page was opened, and in the last minute: differences between figures that only grow.
import { sums } from "./metrics.js";

const MINUTE = 60_000;
const JOINT = "\u0000";

/** Several figures at one time; `figures` names each with how its samples are put together. */
export function taken(samples, figures, time) {
  const all = new Map();
  for (const [name, { of, key }] of Object.entries(figures)) {
    for (const [each, number] of sums(samples, of, key)) {
      all.set(name + JOINT + each, number);
    }
  }
  return { time, all };
}

/** Remembers what was told since the page was opened. A service that has started anew begins at nothing. */
export class Rates {
  constructor() {
    this.recent = [];
    this.gone = new Map();
  }

  add(now) {
    this.recent.push(now);
    this.first ??= now;
    const last = this.recent.at(-2);
    if (last && [...last.all].some(([key, number]) => (now.all.get(key) ?? 0) < number)) {
      for (const [key, number] of last.all) {
        this.gone.set(key, (this.gone.get(key) ?? 0) + number - (this.first.all.get(key) ?? 0));
      }
      this.first = { time: this.first.time, all: new Map() };
      this.recent = [{ time: last.time, all: new Map() }, now];
    }
    while (this.recent.length > 2 && this.recent[1].time <= now.time - MINUTE) {
      this.recent.shift();
    }
  }

  get now() {
    return this.recent.at(-1);
  }

  /** Since the start of the service. */
  total(figure, key) {
    return this.now?.all.get(figure + JOINT + key) ?? 0;
  }

  /** Since the page was opened. */
  since(figure, key) {
    const of = figure + JOINT + key;
    return (this.gone.get(of) ?? 0) + this.total(figure, key) - (this.first?.all.get(of) ?? 0);
  }

  /** In the last minute, or for as long as the page is open; told as that many a minute. */
  minutely(figure, key) {
    const before = this.recent[0];
    const span = this.now ? this.now.time - before.time : 0;
    return span > 0 ? ((this.total(figure, key) - (before.all.get(figure + JOINT + key) ?? 0)) * MINUTE) / span : 0;
  }

  /** Everything that a figure tells of, in order. */
  keys(figure) {
    const start = figure + JOINT;
    return [...(this.now?.all.keys() ?? [])].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)).sort();
  }
}
