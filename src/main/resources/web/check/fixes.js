// Fixes made in the text: one, or all that are safe, again and again until there is none.

/** How often fixes may lead to further ones. */
const ROUNDS = 20;

export class Fixes {
  #wanted = null;
  #rounds = 0;

  /** `change(changes)` makes them in the text; `said(text)` tells of it. */
  constructor(change, said) {
    this.change = change;
    this.said = said;
  }

  /** One fix, made with the next report. */
  want(violation) {
    this.#wanted = violation;
  }

  /** All that are safe, where none touches another. */
  wantAll() {
    this.#wanted = "safe";
    this.#rounds = 0;
  }

  /** Wants nothing more. */
  rest() {
    this.#wanted = null;
  }

  /** Makes what is wanted of the fixes that this report offers. */
  make(report) {
    const wanted = this.#wanted;
    if (!wanted) {
      return;
    }
    const offered = report.violations.filter((each) => each.fix && !each.waived);
    if (wanted === "safe") {
      const safe = offered.map((each) => each.fix).filter((each) => each.kind === "safe").sort((a, b) => a.start - b.start);
      const apart = safe.filter((each, at) => at === 0 || each.start >= safe[at - 1].end);
      this.#rounds += 1;
      if (apart.length === 0 || this.#rounds > ROUNDS) {
        this.#wanted = null;
        return;
      }
      this.change(apart);
      this.said("fix.all.done", { count: apart.length });
      return;
    }
    this.#wanted = null;
    const found = offered.find((each) => each.rule === wanted.rule && each.found === wanted.found && each.fix.text === wanted.fix.text);
    if (found) {
      this.change([found.fix]);
      this.said("fix.done", { text: found.fix.text });
    }
  }
}
