// One rule: what it says, when it is violated, whom it binds; its examples, past and text when asked for.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";
import { day } from "./days.js";
import * as facts from "./facts.js";
import { address, follows } from "./place.js";
import { look, word } from "./words.js";

/** The address of the page that checks a note, with this note in the fragment, which is not sent to the service. */
export function tryAddress({ id, ...note }, playbook) {
  return `/#note=${encodeURIComponent(JSON.stringify({ ...note, playbook }))}`;
}

const listed = (values, none) => (values.length === 0 ? none : values.map(harmless).join(", "));

class Rule extends Part {
  static properties = {
    rule: { attribute: false },
    edition: { attribute: false },
    stamp: { attribute: false },
    trace: { attribute: false },
    named: { attribute: false },
    details: { state: true },
    text: { state: true },
    problem: { state: true },
    opened: { state: true },
    read: { state: true },
  };

  willUpdate(changed) {
    if (changed.has("named") && this.named) {
      this.opened = true;
    }
    if (this.opened && (changed.has("opened") || changed.has("stamp") || changed.has("edition"))) {
      this.load("details", facts.rule(this.edition.version, this.rule.id, this.stamp));
    }
    if (this.read && (changed.has("read") || changed.has("edition"))) {
      this.load("text", facts.file(this.edition.version, this.edition.digest, this.rule.file));
    }
  }

  updated(changed) {
    if (changed.has("named") && this.named) {
      this.scrollIntoView({ block: "center" });
    }
  }

  /** Keeps what was there until what is new has come; an older answer never replaces a newer one. */
  async load(what, answer) {
    this[`${what}Asked`] = answer;
    try {
      const found = await answer;
      if (this[`${what}Asked`] === answer) {
        this[what] = found;
        this.problem = null;
      }
    } catch (problem) {
      if (this[`${what}Asked`] === answer) {
        this.problem = problem;
      }
    }
  }

  render() {
    const { rule } = this;
    const there = { edition: this.edition.version, rule: rule.id };
    return html`<article class=${`rule ${this.named ? "named" : ""}`} aria-labelledby=${`rule-${rule.id}`}>
      <div class="row"><h4 id=${`rule-${rule.id}`}><a class="mono" href=${address(there)} aria-current=${this.named ? "true" : "false"}
          @click=${(event) => follows(event, there)}>${harmless(rule.id)}</a></h4>
        <span class=${look(rule.severity)}>${word("severity", rule.severity)}</span></div>
      <blockquote>${harmless(rule.message)}</blockquote>
      <p>${harmless(rule.about)}</p>
      <p class="when">${t("rule.when", { count: rule.violatedWhen.length })}</p>
      <ul>${rule.violatedWhen.map((each) => html`<li>${harmless(each)}</li>`)}</ul>
      <dl class="facts">
        <div><dt>${t("rule.roles")}</dt><dd>${listed(rule.roles, t("rule.roles.all"))}</dd></div>
        <div><dt>${t("rule.types")}</dt><dd>${listed(rule.noteTypes, t("rule.types.all"))}</dd></div>
        ${rule.needs.length > 0 ? html`<div><dt>${t("rule.needs")}</dt><dd>${listed(rule.needs)}</dd></div>` : nothing}
        <div><dt>${t("rule.judges")}</dt><dd>${word("judges", rule.judges)}</dd></div>
        ${this.trace ? html`<div><dt>${t("rule.standing")}</dt><dd>${this.confirmed()}</dd></div>` : nothing}
      </dl>
      <details .open=${Boolean(this.opened)} @toggle=${(event) => (this.opened = event.target.open)}>
        <summary>${t("rule.examples")}</summary>${this.opened ? this.examples() : nothing}</details>
      <details .open=${Boolean(this.read)} @toggle=${(event) => (this.read = event.target.open)}>
        <summary>${t("rule.text")}</summary>${this.read ? this.written() : nothing}</details>
    </article>`;
  }

  confirmed() {
    const { standing, confirmedOn, confirmedBy } = this.trace;
    return html`${word("confirmed", standing)}${confirmedOn ? html` · ${day(confirmedOn)}` : nothing}${confirmedBy ? html` · ${harmless(confirmedBy)}` : nothing}`;
  }

  waits() {
    return this.problem ? problemState(this.problem) : state("loading");
  }

  written() {
    return this.text === undefined ? this.waits() : html`<p class="hint mono">${harmless(this.rule.file)}</p>
      <pre class="source" tabindex="0" role="region" aria-label=${t("rule.text.of", { id: harmless(this.rule.id) })}>${harmless(this.text)}</pre>`;
  }

  examples() {
    if (this.details === undefined) {
      return this.waits();
    }
    const { examples, editions, changes } = this.details;
    const all = [...examples.violates.map((each) => ["violates", each]), ...examples.passes.map((each) => ["passes", each])];
    return html`
      ${all.length === 0 ? html`<p class="hint">${t("examples.none")}</p>` : nothing}
      <div class="examples">${all.map(([kind, each]) => this.example(kind, each))}</div>
      <p class="hint">${t("rule.editions", { editions: editions.map(harmless).join(", ") })}</p>
      ${changes.length > 0 ? html`<ul class="changes">${changes.map((each) => html`<li><strong>${harmless(each.playbook)}</strong>
        <ul>${each.details.map((detail) => html`<li>${harmless(detail)}</li>`)}</ul></li>`)}</ul>` : nothing}`;
  }

  example(kind, { file, lines, note }) {
    return html`<figure class=${`example ${kind}`}>
      <figcaption class="row spread"><span class=${`badge ${kind === "passes" ? "good" : "error"}`}>${t(`example.${kind}`)}</span>
        ${note ? html`<a class="button" href=${tryAddress(note, this.edition.version)} aria-label=${t("example.try.of", { file })}>${t("example.try")}</a>`
          : html`<span class="hint">${t("example.engagement")}</span>`}</figcaption>
      <pre tabindex="0" role="region" aria-label=${t("example.note", { file: harmless(file) })}>${lines.map(harmless).join("\n")}</pre>
      <p class="hint mono">${harmless(file)}</p>
    </figure>`;
  }
}

customElements.define("nw-rule", Rule);
