// Every rule of the edition with its outcome for this note; asked "why?", the sentences that tell it.
import { Part, html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { has, t } from "../shared/texts.js";

const ORDER = ["violated", "needsPerson", "passed", "notApplicable"];

class Outcomes extends Part {
  static properties = { report: { attribute: false }, rules: { attribute: false } };

  render() {
    const outcomes = this.report?.ruleOutcomes;
    if (!outcomes) {
      return nothing;
    }
    return ORDER.map((outcome) => {
      const rules = Object.keys(outcomes).filter((each) => outcomes[each] === outcome);
      return html`<details class="outcome" ?open=${outcome === "violated" || outcome === "needsPerson"}>
        <summary><span class=${`badge ${outcome === "violated" ? "error" : outcome === "needsPerson" ? "warning" : outcome === "passed" ? "good" : ""}`}
            >${rules.length}</span> ${t(`outcome.${outcome}`)}</summary>
        <ul>${rules.map((each) => this.rule(each, outcome))}</ul>
      </details>`;
    });
  }

  rule(id, outcome) {
    const needs = this.report.needs?.[id];
    const reasons = this.report.reasons?.[id] ?? [];
    return html`<li>
      <a href=${`/playbook?edition=${encodeURIComponent(this.report.playbook)}&rule=${encodeURIComponent(id)}`}>${id}</a>
      <span class="hint">${harmless(this.rules?.get(id)?.about)}</span>
      ${needs ? html`<p class="hint">${t("outcome.needs", { fields: needs.map((each) => (has(`facts.${each}`) ? t(`facts.${each}`) : each)).join(", ") })}</p>` : nothing}
      ${reasons.length > 0
        ? html`<details class="why">
            <summary>${t(outcome === "notApplicable" ? "outcome.why-not" : "outcome.why")}<span class="visually-hidden"> ${id}</span></summary>
            ${reasons.map((each) => html`<p>${harmless(each)}</p>`)}
          </details>`
        : nothing}
    </li>`;
  }
}

customElements.define("nw-outcomes", Outcomes);
