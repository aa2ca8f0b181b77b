// What changed the policy, and which violations are waived.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { shortDigest } from "../shared/digest.js";
import { reasonList } from "../shared/reasons.js";
import { instant, t } from "../shared/texts.js";
import { address, query } from "./address.js";
import { harmless, name, short, word } from "./words.js";

const MOST_FILES = 10;

const STATES = { inForce: "good", notYetValid: "info", expired: "" };

class Changes extends Part {
  static properties = {
    waivers: { state: true },
    waiversProblem: { state: true },
    changes: { state: true },
    next: { state: true },
    problem: { state: true },
  };

  firstUpdated() {
    this.loadWaivers();
    this.loadChanges();
  }

  async loadWaivers() {
    this.waiversProblem = null;
    this.waivers = await call("GET", "/v1/waivers").catch((problem) => ((this.waiversProblem = problem), null));
  }

  /** The newest, or those that follow. */
  async loadChanges(cursor) {
    this.problem = null;
    try {
      const portion = await call("GET", `/v1/audit/changes?${query({ limit: 50, cursor })}`);
      this.changes = [...(cursor ? this.changes : []), ...portion.changes];
      this.next = portion.next;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`
      <section class="sheet" aria-labelledby="waivers"><h2 id="waivers">${t("waivers.title")}</h2>${this.waiverTable()}</section>
      <section class="sheet" aria-labelledby="changes"><h2 id="changes">${t("changes.title")}</h2>${this.changeList()}</section>`;
  }

  waiverTable() {
    if (this.waiversProblem) {
      return problemState(this.waiversProblem, () => this.loadWaivers());
    }
    if (!this.waivers) {
      return state("loading");
    }
    const { waivers, reasons, on } = this.waivers;
    return html`
      ${reasons.length === 0 ? nothing : html`<div role="alert" class="error"><p>${t("waivers.refused")}</p>
        ${reasonList(reasons)}</div>`}
      ${waivers.length === 0 ? html`<p class="hint">${t("waivers.none")}</p>` : html`
        <p class="hint">${t("waivers.on", { day: on })} <a href=${address("decisions", { waived: "true" })}>${t("waivers.decisions")}</a></p>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="waivers"><table>
          <thead><tr>${["state", "rule", "for", "why", "owner", "from", "until"].map((each) => html`<th scope="col">${t(`waiver.${each}`)}</th>`)}</tr></thead>
          <tbody>${waivers.map((each) => html`<tr>
            <td><span class=${`badge ${STATES[each.state] ?? ""}`}>${word("waiver.state", each.state)}</span></td>
            <th scope="row"><code>${harmless(each.rule)}</code>
              ${each.known === false ? html`<div class="error">${t("waiver.unknown")}</div>` : nothing}</th>
            <td>${Object.entries(subject(each)).map(([key, value]) => html`${t(`filter.${key}`)} <a href=${address("decisions", { [key]: value, waived: "true" })}>${name(value)}</a> `)}</td>
            <td>${harmless(each.justification)}</td><td>${name(each.owner)}</td><td>${each.from}</td><td>${each.until}</td>
          </tr>`)}</tbody>
        </table></div>`}`;
  }

  changeList() {
    if (this.problem) {
      return problemState(this.problem, this.problem.status === 404 ? undefined : () => this.loadChanges());
    }
    if (!this.changes) {
      return state("loading");
    }
    if (this.changes.length === 0) {
      return html`<p class="hint">${t("changes.none")}</p>`;
    }
    return html`<ol class="changes">${this.changes.map((each) => html`<li>
        <p><strong>${word("change", each.kind)}: ${harmless(each.edition)}</strong>
          <span class="hint">${instant(each.time)}, ${t("change.by")} ${name(each.by.name)}${each.by.verified === "none" ? "" : ` (${harmless(each.by.verified)})`}</span></p>
        <p class="message">${harmless(each.reason)}</p>
        ${files(each)}
        <p class="hint">${t("change.from")} ${each.fromDigest ? short(each.fromDigest) : t("change.nothing")}
          ${t("change.to")} ${each.toDigest ? html`${short(each.toDigest)} · <a href=${address("decisions", { digest: each.toDigest })}>${t("change.judged")}<span class="visually-hidden">: ${shortDigest(each.toDigest)}</span></a>` : t("change.nothing")}
          ${each.draft ? html` · <a href=${`/drafts?${new URLSearchParams({ draft: each.draft, view: "changes" })}`}>${t("change.draft", { draft: harmless(each.draft) })}</a>` : nothing}</p>
        ${each.approvals.map((approval) => html`<p class="hint">${t("change.approved", { name: harmless(approval.by.name), when: instant(approval.time) })}</p>`)}
        ${each.effect ? html`<p class="hint">${harmless(each.effect.sentence)}</p>` : nothing}
      </li>`)}</ol>
      ${this.next ? html`<button type="button" @click=${() => this.loadChanges(this.next)}>${t("changes.more")}</button>` : nothing}`;
  }
}

/** Which files are other than before; those of an edition that it extends are told there. */
function files({ filesBefore, files: after }) {
  const paths = [...new Set([...Object.keys(filesBefore), ...Object.keys(after)])].sort().filter((each) => filesBefore[each] !== after[each]);
  return paths.length === 0 ? nothing : html`<p class="hint">${t("change.files", { count: paths.length })}
    ${paths.slice(0, MOST_FILES).map((each) => html`<span class="mono">${harmless(each)}</span> `)}${paths.length > MOST_FILES ? "…" : ""}</p>`;
}

const subject = (waiver) => Object.fromEntries(["engagement", "note", "author"].filter((each) => waiver[each]).map((each) => [each, waiver[each]]));

customElements.define("nw-audit-changes", Changes);
