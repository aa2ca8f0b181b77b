// What became of a note: the sum, what was found, how it was read, and how each rule ended.
import { shortDigest } from "../shared/digest.js";
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { tabs } from "../shared/tabs.js";
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
    recorded: { attribute: false },
    stale: { attribute: false },
    tab: { state: true },
  };

  constructor() {
    super();
    this.tab = "findings";
  }

  render() {
    if (this.problem && (this.problem.kind !== "problem" || this.problem.status !== 422)) {
      return html`${this.edition()}${problemState(this.problem, () => this.tell("nw-ask"), { byHand: this.recorded })}`;
    }
    if (!this.report) {
      return state(this.begun ? "loading" : "empty", { text: this.begun ? undefined : t(this.recorded ? "verdict.by-hand" : "verdict.empty") });
    }
    const { report } = this;
    const errors = report.violations.filter((each) => each.severity === "error" && !each.waived).length;
    return html`
      <div class="row spread">
        <p role="status" class=${`result ${report.compliant ? "good" : "error"}`}>
          ${report.compliant ? t("verdict.compliant") : t("verdict.errors", { count: errors })}
        </p>
        <p class="hint">${t("verdict.edition", { edition: report.playbook })}
          <span title=${report.digest}>${shortDigest(report.digest)}</span></p>
      </div>
      ${this.edition()}
      ${this.stale ? html`<p class="hint stale" role="status">${t("verdict.stale")}</p>` : nothing}
      ${this.linked ? this.sameAsLinked() : nothing}
      ${this.problem ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}
      ${tabs("tab", t("verdict"), TABS.map((id) => ({ id, label: t(`tab.${id}`) })), this.tab, (tab) => (this.tab = tab))}
      <div role="tabpanel" id="tab-panel" aria-labelledby=${`tab-${this.tab}`} tabindex="0">
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
}

customElements.define("nw-verdict", Verdict);
