// Whether the service can answer, how its audit log stands, and which product it is.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { send } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { instant, number, size, t } from "../shared/texts.js";
import { STATE } from "./figures.js";
import { labelled, single } from "./metrics.js";
import { poll } from "./poll.js";

const RECORD = "record";

class Health extends Part {
  static properties = { answer: { state: true }, problem: { state: true }, samples: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.end = poll(
      async (current) => {
        const answer = await send("GET", "/q/health/ready", { expected: [503] });
        const health = await answer.json();
        if (current()) {
          this.answer = health;
          this.problem = null;
        }
      },
      (problem) => (this.problem = problem),
    );
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  /** A figure as it is shown; undefined where it is not known. */
  figure(name, shown = number) {
    const value = this.samples && single(this.samples, STATE[name]);
    return value === undefined ? undefined : shown(value);
  }

  render() {
    if (this.problem && (this.problem.kind !== "offline" || !this.answer)) {
      return problemState(this.problem);
    }
    if (!this.answer) {
      return state("loading");
    }
    const record = this.answer.checks?.find((each) => each.name === RECORD);
    const ready = this.answer.status === "UP";
    const { version } = this.samples ? labelled(this.samples, STATE.build) : {};
    return html`<div class="cards">
      ${this.card("health.service", ready ? "good" : "error", t(ready ? "health.ready" : "health.not-ready"), [
        ["health.version", version === undefined ? undefined : harmless(version)],
        ...(this.answer.checks ?? [])
          .filter((each) => each.status !== "UP")
          .map((each) => ["health.down", harmless(each.name)]),
      ])}
      ${record ? this.record(record.data ?? {}) : nothing}
    </div>`;
  }

  record(data) {
    const trouble = data.trouble !== undefined;
    const [kind, said] = !data.recording
      ? ["warning", "record.off"]
      : trouble
        ? ["error", "record.trouble"]
        : data.opening
          ? ["warning", "record.opening"]
          : data.dropped > 0
            ? ["warning", "record.dropped-some"]
            : ["good", "record.writes"];
    return this.card("record", kind, t(said), [
      ["record.sentence", trouble ? harmless(data.trouble) : undefined],
      ["record.recorded", data.recorded],
      ["record.dropped", data.dropped],
      ["record.last", this.figure("lastWrite", (seconds) => instant(seconds * 1000))],
      ["record.size", this.figure("size", size)],
      ["record.waiting", this.figure("waiting", size)],
      ["record.failed", this.figure("failed")],
      ["record.chain", data.chain === undefined ? undefined : harmless(data.chain)],
    ]);
  }

  card(title, kind, said, facts) {
    return html`<div class="card">
      <div class="row spread"><h3>${t(title)}</h3><span class="badge ${kind}" role="status">${said}</span></div>
      <dl class="facts">
        ${facts
          .filter(([, fact]) => fact !== undefined && fact !== null)
          .map(([name, fact]) => html`<div><dt>${t(name)}</dt><dd>${typeof fact === "number" ? number(fact) : fact}</dd></div>`)}
      </dl>
    </div>`;
  }
}

customElements.define("nw-health", Health);
