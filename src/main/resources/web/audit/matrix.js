// What a replay came to, rule by rule; decisions for which something changes are led to.
import { html, nothing, state } from "../shared/element.js";
import { number, t } from "../shared/texts.js";
import { address } from "./address.js";
import { harmless, name } from "./words.js";

/** The outcome of a replay that is done. */
export function matrix(replay, filters) {
  return replay.of.playbook ? byRule(replay, filters) : again(replay, filters);
}

const link = (filters, replay, id, text) => html`<a href=${address("decisions", filters, { decision: id, replay })}>${name(text)}</a>`;

function byRule({ id, judged, changed, rules, failed }, filters) {
  return html`
    <p class="result">${t("matrix.changed", { count: changed, all: judged })}</p>
    ${failed.length === 0 ? nothing : html`<p class="error">${t("matrix.failed", { rules: failed.map(harmless).join(", ") })}</p>`}
    ${rules.length === 0 ? state("empty", { text: t("matrix.none") }) : html`
    <div class="scroll" tabindex="0" role="group" aria-labelledby="replay-shown"><table class="matrix">
      <thead><tr><th scope="col">${t("filter.rule")}</th>
        ${["newly", "noLonger", "still", "passed"].map((each) => html`<th scope="col" class="number">${t(`matrix.${each}`)}</th>`)}
        <th scope="col">${t("matrix.examples")}</th></tr></thead>
      <tbody>${rules.map((each) => html`<tr>
        <th scope="row"><code>${harmless(each.rule)}</code></th>
        <td class=${`number ${each.newly > 0 ? "newly" : ""}`}>${number(each.newly)}</td>
        <td class=${`number ${each.noLonger > 0 ? "no-longer" : ""}`}>${number(each.noLonger)}</td>
        <td class="number">${number(each.still)}</td>
        <td class="number">${number(Math.max(0, judged - each.newly - each.noLonger - each.still))}</td>
        <td class="examples">${each.decisions.map((decision, at) => html`${link(filters, id, decision, each.examples[at] ?? decision)} `)}</td>
      </tr>`)}</tbody>
    </table></div>`}`;
}

function again({ id, same, masked, different, differences }, filters) {
  return html`
    <p class=${`result ${different === 0 ? "good" : "error"}`}>${different === 0 ? t("matrix.same", { count: same }) : t("matrix.different", { count: different, all: same + different })}</p>
    ${masked ? html`<p class="hint">${t("matrix.masked", { count: masked })}</p>` : nothing}
    ${differences.length === 0 ? nothing : html`<ul>${differences.map((each) => html`<li>${link(filters, id, each.decision, each.subject)}:
      ${t("matrix.was", { was: each.recorded.map(harmless).join(", ") || "–", now: each.now.map(harmless).join(", ") || "–" })}</li>`)}</ul>`}`;
}
