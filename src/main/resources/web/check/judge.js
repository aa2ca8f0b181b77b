// Judges a note while it is typed: soon after the last key, one call at a time, and what comes late is dropped. Where the
// service records every check, half a note is no decision: then it judges only when somebody asks for it.
import { call } from "../shared/calls.js";

/** Long enough that fast typing asks once, short enough that nobody waits. */
const PAUSE = 60;

export class Judge {
  /** Whether every check is recorded; not known before the service has answered once. */
  recorded = undefined;
  /** Whether an answer is awaited. */
  waits = false;
  /** Whether the note has changed since, and nobody has asked for a check of what it is now. */
  stale = false;

  /** `answered(report, text)` and `failed(problem)` are told of the latest note alone; `changed()` where anything above is. */
  constructor({ answered, failed, changed }) {
    this.answered = answered;
    this.failed = failed;
    this.changed = changed;
  }

  /** Judges a record in a moment, and forgets the one before it. */
  soon(record, playbook) {
    this.#unasked(() => {
      clearTimeout(this.timer);
      // Meanwhile it may turn out that every check is recorded.
      this.timer = setTimeout(() => this.anyway(record, playbook), PAUSE);
    });
  }

  /** Judges it at once, though nobody has asked for it. */
  anyway(record, playbook) {
    this.#unasked(() => this.now(record, playbook));
  }

  #unasked(judge) {
    if (this.recorded) {
      this.stale = true;
      this.changed();
    } else {
      judge();
    }
  }

  async now(record, playbook) {
    clearTimeout(this.timer);
    this.running?.abort();
    const mine = (this.running = new AbortController());
    this.stale = false;
    this.waits = true;
    this.changed();
    try {
      const report = await this.ask(record, playbook, mine.signal);
      this.#over(mine, () => this.answered(report, record.text));
    } catch (problem) {
      this.#over(mine, () => this.refused(problem));
    }
  }

  #over(which, then) {
    if (which === this.running) {
      this.waits = false;
      then();
    }
  }

  refused(problem) {
    if (everyCheckIsRecorded(problem)) {
      this.recorded = true;
      this.changed();
    } else if (problem.name !== "AbortError") {
      this.failed(problem);
    }
  }

  /** Not recorded, as the note is not finished; where the service records every check, it refuses that. */
  async ask(record, playbook, signal) {
    const query = new URLSearchParams({ detail: "why" });
    if (playbook) {
      query.set("playbook", playbook);
    }
    if (!this.recorded) {
      query.set("record", "false");
    }
    const report = await call("POST", `/v1/check?${query}`, { json: record, signal });
    this.recorded ??= false;
    return report;
  }
}

/** Whether a check was refused because it was not to be recorded. */
export const everyCheckIsRecorded = (problem) => problem.kind === "forbidden" && problem.problem?.title === "Every check is recorded";
