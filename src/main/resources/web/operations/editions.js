// The editions: which serve, by which digest, and what is wrong with the folder of one as it is.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { follow } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { instant, number, t } from "../shared/texts.js";
import { place } from "./shown.js";
import "./times.js";

class Editions extends Part {
  static properties = { answer: { state: true }, problem: { state: true }, said: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.end = follow("/v1/playbooks", (answer) => this.take(answer), { failed: (problem) => (this.problem = problem) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  take(answer) {
    const refused = answer.playbooks.filter((each) => each.reasons?.length).length;
    const said = refused === 0 ? t("editions.sound") : t("editions.refused", { count: refused });
    this.said = answer.problem ? harmless(answer.problem) : said;
    this.worries = refused > 0 || Boolean(answer.problem);
    this.answer = answer;
    this.problem = null;
  }

  render() {
    if (this.problem && (this.problem.kind !== "offline" || !this.answer)) {
      return problemState(this.problem);
    }
    if (!this.answer) {
      return state("loading");
    }
    const all = [...this.answer.playbooks].reverse();
    return html`
      <div class="row spread">
        <p role="status" class=${this.worries ? "told warning" : "told good"}>${this.said}</p>
        <p class="hint">${t("editions.looked", { time: instant(this.answer.looked) })}</p>
      </div>
      ${all.length === 0
        ? state("empty", { text: t("editions.none") })
        : html`<ul class="editions">${all.map((each) => this.edition(each))}</ul>`}
      ${this.waivers()}`;
  }

  edition(each) {
    const refused = each.reasons?.length > 0;
    return html`<li class="edition">
      <div class="row">
        <h3><a href="/playbook?edition=${encodeURIComponent(each.version)}">${harmless(each.version)}</a></h3>
        ${each.inForce ? html`<span class="badge good">${t("editions.in-force")}</span>` : nothing}
        ${each.serving ? html`<span class="badge info">${t("editions.serving")}</span>` : html`<span class="badge">${t("editions.not-serving")}</span>`}
        ${refused ? html`<span class="badge error">${t("editions.rejected")}</span>` : nothing}
      </div>
      ${each.title ? html`<p>${harmless(each.title)}</p>` : nothing}
      <dl class="facts">
        <div><dt>${t("editions.from")}</dt><dd>${each.inForceFrom ?? ""}${each.inForceTo ? html` – ${each.inForceTo}` : nothing}</dd></div>
        ${each.rules === undefined ? nothing : html`<div><dt>${t("editions.rules")}</dt><dd>${number(each.rules)}</dd></div>`}
        ${each.since ? html`<div><dt>${t("editions.since")}</dt><dd>${instant(each.since)}</dd></div>` : nothing}
        ${each.digest ? html`<div class="wide"><dt>${t("editions.digest")}</dt><dd class="mono">${each.digest}</dd></div>` : nothing}
      </dl>
      ${refused ? this.reasons(each) : nothing}
      ${each.serving ? html`<nw-rule-times .version=${each.version} .digest=${each.digest}></nw-rule-times>` : nothing}
    </li>`;
  }

  reasons(each) {
    return html`<div class="reasons">
      <p>${each.serving ? t("editions.kept", { count: each.reasons.length }) : t("editions.lacks", { count: each.reasons.length })}</p>
      <ul>${each.reasons.map(reason)}</ul>
    </div>`;
  }

  waivers() {
    const wrong = this.answer.waiverReasons ?? [];
    return wrong.length === 0
      ? nothing
      : html`<div class="reasons"><p>${t("editions.waivers", { count: wrong.length })}</p><ul>${wrong.map(reason)}</ul></div>`;
  }
}

const reason = (each) => html`<li><code>${place(each)}</code> <span>${harmless(each.detail)}</span></li>`;

customElements.define("nw-editions", Editions);
