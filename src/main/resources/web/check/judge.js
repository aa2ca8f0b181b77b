// Judges a note while it is typed: soon after the last key, one call at a time, and what comes late is dropped.
import { call } from "../shared/calls.js";

/** Long enough that fast typing asks once, short enough that nobody waits. */
const PAUSE = 60;

export class Judge {
  /** `answered(report, text)` and `failed(problem)` are told of the latest note alone. */
  constructor(answered, failed) {
    this.answered = answered;
    this.failed = failed;
    this.recorded = false;
  }

  /** Judges a record in a moment, and forgets the one before it. */
  soon(record, playbook) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(record, playbook), PAUSE);
  }

  async now(record, playbook) {
    clearTimeout(this.timer);
    this.running?.abort();
    const mine = (this.running = new AbortController());
    try {
      const report = await this.ask(record, playbook, mine.signal);
      if (mine === this.running) {
        this.answered(report, record.text);
      }
    } catch (problem) {
      if (mine === this.running && problem.name !== "AbortError") {
        this.failed(problem);
      }
    }
  }

  /** Not recorded, as the note is not finished; where the service records every check, so be it. */
  async ask(record, playbook, signal) {
    const query = new URLSearchParams({ detail: "why" });
    if (playbook) {
      query.set("playbook", playbook);
    }
    if (!this.recorded) {
      query.set("record", "false");
    }
    try {
      return await call("POST", `/v1/check?${query}`, { json: record, signal });
    } catch (problem) {
      if (!this.recorded && problem.kind === "forbidden" && problem.problem?.title === "Every check is recorded") {
        this.recorded = true;
        return this.ask(record, playbook, signal);
      }
      throw problem;
    }
  }
}
