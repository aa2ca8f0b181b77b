// The decisions that are asked for, portion by portion, and all of them as files.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { address, query } from "./address.js";
import { badge, harmless, name } from "./words.js";

const FORMATS = ["csv", "ndjson", "xlsx", "html"];
const SEVERITIES = ["error", "warning", "info"];
const PORTION = 50;

class Decisions extends Part {
  static properties = { at: { attribute: false }, portion: { state: true }, problem: { state: true }, loading: { state: true } };

  willUpdate(changed) {
    const { filters, cursor, order } = this.at;
    const wanted = query({ ...filters, order, limit: PORTION, cursor });
    if (changed.has("at") && wanted !== this.wanted) {
      this.wanted = wanted;
      this.load();
    }
  }

  async load() {
    const { wanted } = this;
    this.problem = null;
    this.loading = true;
    try {
      const portion = await call("GET", `/v1/audit/decisions?${wanted}`);
      if (wanted === this.wanted) {
        this.portion = portion;
        this.loading = false;
      }
    } catch (problem) {
      if (wanted === this.wanted) {
        this.problem = problem;
        this.loading = false;
      }
    }
  }

  /** Leads to a portion, and keeps by which cursors it was reached. */
  turn(cursor, before) {
    const { filters, order } = this.at;
    this.tell("nw-go", { address: address("decisions", filters, { order: order === "oldest" ? order : "", cursor }), state: { before } });
    this.querySelector(".list").focus();
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.load());
    }
    if (!this.portion) {
      return state("loading");
    }
    const { decisions, next } = this.portion;
    const { filters, order } = this.at;
    const before = history.state?.before ?? (this.at.cursor ? [""] : []);
    const other = order === "newest" ? "oldest" : "newest";
    return html`
      <div class="row spread">
        <a class="button small" href=${address("decisions", filters, { order: other === "oldest" ? other : "" })}>${t(`order.${other}`)}</a>
        <p class="row exports"><span>${t("export")}</span>
          ${FORMATS.map((each) => html`<a class="button small" href=${`/v1/audit/decisions?${query({ ...filters, format: each })}`}
            download=${`decisions.${each}`}>${t(`export.${each}`)}</a>`)}</p>
      </div>
      ${decisions.length === 0 ? state("empty", { text: t("none") }) : html`
      <div class="scroll sheet list" tabindex="0" role="group" aria-label=${t("view.decisions")} aria-busy=${this.loading}>
        <table class="decisions">
          <caption class="visually-hidden">${t("list.caption")}</caption>
          <thead><tr>${["time", "verdict", "found", "subject", "role", "author", "engagement", "edition"].map((each) => html`<th scope="col">${t(`head.${each}`)}</th>`)}</tr></thead>
          <tbody>${decisions.map((each) => this.row(each))}</tbody>
        </table>
      </div>`}
      <nav class="row pages-of" aria-label=${t("portions")}>
        ${before.length > 0 ? html`<button type="button" class="back" @click=${() => this.turn(before.at(-1), before.slice(0, -1))}>${t(`portion.${other}`)}</button>` : nothing}
        ${next ? html`<button type="button" class="on" @click=${() => this.turn(next, [...before, this.at.cursor ?? ""])}>${t(`portion.${order}`)}</button>` : nothing}
        <span role="status" class="hint">${this.loading ? t("state.loading") : t("portion", { count: decisions.length, number: before.length + 1 })}</span>
      </nav>`;
  }

  row(each) {
    const { filters, order, cursor } = this.at;
    const { report } = each;
    return html`<tr>
      <th scope="row"><a href=${address("decisions", filters, { order: order === "oldest" ? order : "", cursor, decision: each.id })}>${instant(each.time)}</a></th>
      <td>${badge("verdict", each.verdict)}</td>
      <td>${this.found(report.violations ?? [], report.omitted)}</td>
      <td>${name(report.note ?? report.engagement ?? each.engagement ?? "")}${each.kind === "engagement" ? html` <span class="badge">${t("kind.engagement")}</span>` : nothing}
        ${each.noteType ? html`<div class="hint">${name(each.noteType)}</div>` : nothing}</td>
      <td>${name(each.role ?? "")}</td>
      <td>${name(each.author ?? "")}</td>
      <td>${name(each.engagement ?? "")}</td>
      <td>${harmless(report.playbook)}</td>
    </tr>`;
  }

  found(violations, omitted = 0) {
    const counted = violations.filter((each) => !each.waiver);
    const waived = violations.length - counted.length;
    const said = SEVERITIES.map((severity) => [severity, counted.filter((each) => each.severity === severity).length])
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => t(`found.${severity}`, { count }));
    if (waived > 0) {
      said.push(t("found.waived", { count: waived }));
    }
    if (omitted > 0) {
      said.push(t("found.omitted", { count: omitted }));
    }
    return said.length === 0 ? html`<span class="hint">${t("found.nothing")}</span>` : said.join(", ");
  }
}

customElements.define("nw-audit-decisions", Decisions);
