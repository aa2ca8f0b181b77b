// Whether the service can answer, how its audit log stands, and which product it is.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call, send } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { may } from "../shared/session.js";
import { number, t } from "../shared/texts.js";
import { single } from "./metrics.js";
import { poll } from "./poll.js";

const RECORD = "record";

class Health extends Part {
  static properties = { answer: { state: true }, problem: { state: true }, samples: { attribute: false }, version: { state: true } };

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
    this.read();
    this.anew = () => this.read();
    addEventListener("nw-signed-in", this.anew);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
    removeEventListener("nw-signed-in", this.anew);
  }

  async read() {
    try {
      this.version = (await may("getDescription")) && (await call("GET", "/q/openapi?format=json", { headers: { Accept: "application/json" } })).info.version;
    } catch {
      this.version = null; // who may not read it is told so by the other parts
    }
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
    return html`<div class="cards">
      ${this.card("health.service", ready ? "good" : "error", t(ready ? "health.ready" : "health.not-ready"), [
        ["health.version", this.version ? harmless(this.version) : undefined],
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
    const waiting = this.samples && single(this.samples, "noteworthy_audit_waiting_bytes");
    const failed = this.samples && single(this.samples, "noteworthy_audit_failed_writes_total");
    return this.card("record", kind, t(said), [
      ["record.sentence", trouble ? harmless(data.trouble) : undefined],
      ["record.recorded", data.recorded],
      ["record.dropped", data.dropped],
      ["record.waiting", waiting],
      ["record.failed", failed],
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
