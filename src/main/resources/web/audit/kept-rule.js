// A rule as it was when it judged: its sentence at once, its text and its clause where somebody asks.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { badge, harmless, short } from "./words.js";

class KeptRule extends Part {
  static properties = { digest: {}, rule: {}, answer: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (changed.has("digest") || changed.has("rule")) {
      this.load();
    }
  }

  async load() {
    this.answer = null;
    this.problem = null;
    const { digest, rule } = this;
    try {
      const answer = await call("GET", `/v1/audit/editions/${encodeURIComponent(digest)}/rules/${encodeURIComponent(rule)}`);
      if (digest === this.digest && rule === this.rule) {
        this.answer = answer;
      }
    } catch (problem) {
      if (digest === this.digest && rule === this.rule) {
        this.problem = problem;
      }
    }
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, this.problem.status === 404 ? undefined : () => this.load());
    }
    if (!this.answer) {
      return state("loading");
    }
    const { rule, clause, violatedWhen, playbook, digest } = this.answer;
    return html`
      <p>${harmless(rule.about)}</p>
      <details class="rule-text">
        <summary>${t("rule.text")}</summary>
        ${violatedWhen.length === 0 ? nothing : html`<p>${t("rule.when")}</p><ul>${violatedWhen.map((each) => html`<li>${harmless(each)}</li>`)}</ul>`}
        <pre class="code" tabindex="0" aria-label=${t("rule.condition")}>${harmless(rule.condition)}</pre>
        <p class="hint">${t("rule.place", { file: harmless(rule.file), line: rule.line })} ${badge("severity", rule.severity)}</p>
        ${clause ? html`<p><strong>${t("rule.clause")} ${harmless(clause.id)}: ${harmless(clause.title)}</strong></p><p>${harmless(clause.text)}</p>` : nothing}
        <p class="hint">${t("rule.edition", { edition: playbook })} ${short(digest)}
          · <a href=${`/playbook?${new URLSearchParams({ edition: playbook, rule: rule.id })}`}>${t("rule.today")}</a></p>
      </details>`;
  }
}

customElements.define("nw-audit-rule", KeptRule);
