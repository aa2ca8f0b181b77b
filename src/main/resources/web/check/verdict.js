// What became of a note: the sum, what was found, how it was read, and how each rule ended.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { t } from "../shared/texts.js";
import "./findings.js";
import "./outcomes.js";
import "./reading.js";

const TABS = ["findings", "reading", "outcomes"];

class Verdict extends Part {
  static properties = {
    report: { attribute: false },
    judged: { attribute: false },
    rules: { attribute: false },
    linked: { attribute: false },
    problem: { attribute: false },
    chosen: { attribute: false },
    begun: { attribute: false },
    tab: { state: true },
  };

  constructor() {
    super();
    this.tab = "findings";
  }

  render() {
    if (this.problem && (this.problem.kind !== "problem" || this.problem.status !== 422)) {
      return html`${this.edition()}${problemState(this.problem, () => this.tell("nw-ask"))}`;
    }
    if (!this.report) {
      return state(this.begun ? "loading" : "empty", { text: this.begun ? undefined : t("verdict.empty") });
    }
    const { report } = this;
    const errors = report.violations.filter((each) => each.severity === "error" && !each.waived).length;
    return html`
      <div class="row spread">
        <p role="status" class=${`result ${report.compliant ? "good" : "error"}`}>
          ${report.compliant ? t("verdict.compliant") : t("verdict.errors", { count: errors })}
        </p>
        <p class="hint">${t("verdict.edition", { edition: report.playbook })}
          <span title=${report.digest}>${report.digest.slice(7, 15)}</span></p>
      </div>
      ${this.edition()}
      ${this.linked ? this.sameAsLinked() : nothing}
      ${this.problem ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}
      <div role="tablist" aria-label=${t("verdict")} @keydown=${this.turn}>
        ${TABS.map((each) => html`<button type="button" role="tab" id=${`tab-${each}`} aria-controls="panel" aria-selected=${this.tab === each}
            tabindex=${this.tab === each ? 0 : -1} @click=${() => (this.tab = each)}>${t(`tab.${each}`)}</button>`)}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${`tab-${this.tab}`} tabindex="0">
        ${this.panel(report)}
      </div>
    `;
  }

  /** Which edition was chosen, and the way back. */
  edition() {
    return this.chosen
      ? html`<p class="row hint chosen">${t("verdict.chosen", { edition: this.chosen })}
          <button type="button" class="small" @click=${() => this.tell("nw-by-day")}>${t("facts.playbook.by-day")}</button></p>`
      : nothing;
  }

  panel(report) {
    switch (this.tab) {
      case "reading":
        return html`<nw-reading .parsed=${report.parsed} .places=${report.places} .text=${this.judged}></nw-reading>`;
      case "outcomes":
        return html`<nw-outcomes .report=${report} .rules=${this.rules}></nw-outcomes>`;
      default:
        return html`<nw-findings .report=${report} .text=${this.judged}></nw-findings>`;
    }
  }

  /** Whether the edition is still the one that the link was made with. */
  sameAsLinked() {
    const same = this.linked.digest === this.report.digest;
    return html`<p class="hint">${same ? t("link.same") : t("link.changed", { edition: this.linked.edition ?? "" })}</p>`;
  }

  turn(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.tab = TABS[(TABS.indexOf(this.tab) + step + TABS.length) % TABS.length];
      this.updateComplete.then(() => this.querySelector(`#tab-${this.tab}`).focus());
    }
  }
}

customElements.define("nw-verdict", Verdict);
