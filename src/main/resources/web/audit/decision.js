// One decision in full: what was judged, what was found, by which rules, and where it stands in its chain.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { instant, number, t } from "../shared/texts.js";
import "./kept-rule.js";
import { address } from "./address.js";
import { marked } from "./marked.js";
import { badge, harmless, name } from "./words.js";

const FACTS = ["role", "noteType", "author", "engagement", "writtenOn", "caller", "identity"];
const FILTERED = ["role", "noteType", "author", "engagement", "caller", "identity"];

class Decision extends Part {
  static properties = { id: {}, at: { attribute: false }, decision: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (changed.has("id")) {
      this.load();
    }
  }

  async load() {
    const { id } = this;
    this.decision = null;
    this.problem = null;
    try {
      const decision = await call("GET", `/v1/audit/decisions/${encodeURIComponent(id)}`);
      if (id === this.id) {
        this.decision = decision;
        this.tell("nw-named", { id, name: called(decision) });
      }
    } catch (problem) {
      if (id === this.id) {
        this.problem = problem;
      }
    }
  }

  render() {
    const { filters, order, cursor } = this.at;
    return html`
      <p><a href=${address("decisions", filters, { order: order === "oldest" ? order : "", cursor })}>← ${t("decision.back")}</a></p>
      ${this.problem ? problemState(this.problem, this.problem.status === 404 ? undefined : () => this.load()) : this.decision ? this.whole(this.decision) : state("loading")}`;
  }

  whole(decision) {
    const { report } = decision;
    const findings = report.violations ?? [];
    return html`
      <article class="decision">
        <header class="row">
          <h2>${name(called(decision))}</h2>
          ${badge("verdict", decision.verdict)}
          <span class="hint">${t("decision.made", { when: instant(decision.time), edition: report.playbook })}</span>
        </header>
        <div class="sides">
          <div class="grid">
            <section class="sheet" aria-labelledby="d-note"><h3 id="d-note">${decision.kind === "engagement" ? t("decision.together") : t("decision.note")}</h3>${this.note(decision, findings)}</section>
            <section class="sheet" aria-labelledby="d-record"><h3 id="d-record">${t("decision.record")}</h3>${this.facts(decision)}</section>
            <section class="sheet" aria-labelledby="d-chain"><h3 id="d-chain">${t("decision.chain")}</h3>${this.chain(decision)}</section>
          </div>
          <section class="sheet" aria-labelledby="d-found"><h3 id="d-found">${t("decision.findings", { count: findings.length })}</h3>
            ${this.findings(report, findings)}</section>
        </div>
      </article>`;
  }

  note(decision, findings) {
    if (decision.kind === "engagement") {
      return html`<p class="hint">${t("decision.together.hint")}</p>`;
    }
    const text = decision.note?.text;
    if (text === undefined) {
      return html`<p class="hint">${t("decision.not-kept")}</p>`;
    }
    const { playbook, digest } = decision.report;
    const link = `/#${new URLSearchParams({ note: JSON.stringify(decision.note), edition: playbook, digest }).toString().replaceAll("+", "%20")}`;
    return html`${marked(text, findings)}
      ${decision.masked ? html`<p class="hint">${t("decision.masked", { names: decision.masked.map(harmless).join(", ") })}</p>` : nothing}
      <p><a class="button" href=${link}>${t("decision.check")}</a></p>`;
  }

  facts(decision) {
    const counts = decision.report.outcomes ?? {};
    return html`<dl class="facts">
      ${FACTS.filter((each) => decision[each]).map((each) => html`<dt>${t(`filter.${each}`)}</dt>
        <dd>${FILTERED.includes(each) ? html`<a href=${address("decisions", { [each]: decision[each] })}>${name(decision[each])}</a>` : name(decision[each])}</dd>`)}
      <dt>${t("filter.edition")}</dt>
      <dd><a href=${`/playbook?${new URLSearchParams({ edition: decision.report.playbook })}`}>${harmless(decision.report.playbook)}</a></dd>
      <dt>${t("filter.digest")}</dt><dd><a href=${address("decisions", { digest: decision.report.digest })}><code>${decision.report.digest}</code></a></dd>
      ${Object.entries(decision.report.assumed ?? {}).map(([key, value]) => html`<dt>${t("decision.assumed")}</dt><dd>${harmless(key)}: ${harmless(value)}</dd>`)}
      <dt>${t("decision.outcomes")}</dt>
      <dd>${t("decision.outcomes.text", { violated: counts.violated ?? 0, passed: counts.passed ?? 0, notApplicable: counts.notApplicable ?? 0, needsPerson: counts.needsPerson ?? 0 })}</dd>
      <dt>${t("decision.product")}</dt><dd>${harmless(decision.product)}</dd>
      <dt>${t("decision.time")}</dt><dd>${t("decision.micros", { ms: (decision.micros / 1000).toFixed(1) })}</dd>
    </dl>`;
  }

  chain(decision) {
    return html`<dl class="facts">
        <dt>${t("decision.position")}</dt><dd>${t("decision.position.text", { chain: harmless(decision.chain), number: number(decision.seq) })}</dd>
        <dt>${t("decision.id")}</dt><dd><code>${decision.id}</code></dd>
        <dt>${t("decision.hash")}</dt><dd><code>${decision.hash}</code></dd>
        <dt>${t("decision.previous")}</dt><dd><code>${decision.previous}</code></dd>
      </dl>
      <p><a href=${address("proof", {})}>${t("decision.proof")}</a></p>
      <details><summary>${t("decision.json")}</summary>
        <pre class="code" tabindex="0" aria-label=${t("decision.json")}>${harmless(JSON.stringify(decision, null, 2))}</pre></details>`;
  }

  findings(report, findings) {
    return html`
      ${findings.length === 0 ? html`<p class="all-well">${t("decision.nothing")}</p>` : nothing}
      <ol class="found">${findings.map((each, at) => html`<li id=${`finding-${at + 1}`} class=${each.severity} tabindex="-1">
        <p>${badge("severity", each.severity)} <a href=${address("decisions", { rule: each.rule })}><code>${harmless(each.rule)}</code></a>
          ${each.waiver ? html`<span class="badge">${t("waived")}</span>` : nothing}
          ${each.line ? html`<span class="hint">${t("decision.place", { line: each.line, column: each.column })}${each.section ? `, ${harmless(each.section)}` : ""}</span>` : nothing}</p>
        <p class="message">${harmless(each.message)}</p>
        ${each.waiver ? html`<p class="hint">${t("decision.waiver", { why: harmless(each.waiver.justification), owner: harmless(each.waiver.owner), until: each.waiver.until })}</p>` : nothing}
      </li>`)}</ol>
      ${report.omitted ? html`<p class="hint">${t("found.omitted", { count: report.omitted })}</p>` : nothing}
      ${(report.failed ?? []).map((each) => html`<p class="error">${t("decision.failed", { rule: harmless(each.rule) })}</p>`)}
      ${this.rules(report, findings)}`;
  }

  rules(report, findings) {
    const ids = [...new Set([...findings.map((each) => each.rule), ...(report.failed ?? []).map((each) => each.rule)])];
    return ids.length === 0 ? nothing : html`
      <h3>${t("decision.rules")}</h3>
      <p class="hint">${t("decision.rules.hint", { edition: report.playbook })} <code>${report.digest}</code></p>
      ${ids.map((each) => html`<section class="judging"><h4>${harmless(each)}</h4><nw-audit-rule .digest=${report.digest} .rule=${each}></nw-audit-rule></section>`)}`;
  }
}

/** The name of what was judged. */
const called = ({ id, engagement, report }) => report.note ?? report.engagement ?? engagement ?? id;

customElements.define("nw-audit-decision", Decision);
