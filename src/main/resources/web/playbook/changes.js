// What came, went and changed from one edition to another, as the call tells it, with both sides of each rule and clause.
import { html, nothing, state } from "../shared/element.js";
import { repeat } from "lit/directives/repeat.js";
import { harmless } from "../shared/harmless.js";
import { has, t } from "../shared/texts.js";
import { address, follows } from "./place.js";
import { look, word } from "./words.js";

const LOOK = { added: "good", removed: "error", changed: "warning" };
const SIDES = { rule: ruleSide, clause: clauseSide };

const heading = (what) => (has(`what.${what}`) ? t(`what.${what}`) : t("what.table", { name: harmless(what) }));

export function changes({ from, to, changes: all, sides }) {
  if (all.length === 0) {
    return state("empty", { text: t("compare.nothing") });
  }
  const groups = Map.groupBy(all, (each) => each.what);
  return html`<p class="hint" role="status">${t("compare.count", { count: all.length, from: harmless(from), to: harmless(to) })}</p>
    ${repeat(groups, ([what]) => what, ([what, each]) => html`<section class="sheet group" aria-label=${heading(what)}>
      <h3>${heading(what)} <span class="hint">${t("compare.changes", { count: each.length })}</span></h3>
      <ul class="changes">${repeat(each, (one) => `${one.kind} ${one.name}`, (one) => change(one, from, to, sides))}</ul>
    </section>`)}`;
}

function change({ kind, what, name, details }, from, to, sides) {
  const side = SIDES[what];
  return html`<li>
    <div class="row"><span class=${`badge ${LOOK[kind] ?? ""}`}>${word("kind", kind)}</span> ${link(kind, what, name, from, to)}</div>
    ${details.length > 0 ? html`<ul>${details.map((each) => html`<li>${harmless(each)}</li>`)}</ul>` : nothing}
    ${side ? html`<div class="sides">${[from, to].map((version, index) => html`<div class="side-of">
      <p class="hint">${harmless(version)}</p>${side(sides[index], name) ?? html`<p class="hint">${t("compare.absent")}</p>`}</div>`)}</div>` : nothing}
  </li>`;
}

function link(kind, what, name, from, to) {
  const shown = harmless(name);
  if (what !== "rule" && what !== "clause") {
    return html`<strong>${shown}</strong>`;
  }
  const there = { edition: kind === "removed" ? from : to, [what]: name };
  return html`<a class="mono" href=${address(there)} @click=${(event) => follows(event, there)}>${shown}</a>`;
}

function ruleSide(edition, id) {
  const rule = edition.rules.find((each) => each.id === id);
  return rule && html`<p><span class=${look(rule.severity)}>${word("severity", rule.severity)}</span></p>
    <blockquote>${harmless(rule.message)}</blockquote><p>${harmless(rule.about)}</p>
    <p class="when">${t("rule.when", { count: rule.violatedWhen.length })}</p>
    <ul>${rule.violatedWhen.map((each) => html`<li>${harmless(each)}</li>`)}</ul>`;
}

function clauseSide(edition, id) {
  const clause = edition.clauses.find((each) => each.id === id);
  return clause && html`<p><strong>${harmless(clause.title)}</strong></p><p>${harmless(clause.text)}</p>
    ${clause.readings.length > 0 ? html`<ul>${clause.readings.map((each) => html`<li>${harmless(each)}</li>`)}</ul>` : nothing}`;
}
