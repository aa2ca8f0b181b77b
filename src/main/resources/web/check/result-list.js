// What was found in many notes: the sum, and the notes to filter, sort and open, a hundred at a time.
import { shortDigest } from "../shared/digest.js";
import { Part, html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { number, t } from "../shared/texts.js";
import { originalOf } from "./original.js";

const PAGE = 100;
const KINDS = ["violating", "compliant", "unjudged"];
const COLUMNS = ["at", "name", "kind", "findings"];
const LOOK = { compliant: "good", violating: "error", unjudged: "warning" };

class ResultList extends Part {
  static properties = {
    results: { attribute: false },
    count: { attribute: false },
    sent: { attribute: false },
    columns: { attribute: false },
    asked: { state: true },
    page: { state: true },
    opened: { state: true },
    original: { state: true },
  };

  constructor() {
    super();
    this.asked = {};
    this.page = 0;
  }

  willUpdate(changed) {
    if (changed.has("results")) {
      this.page = 0;
      this.opened = null;
      this.asked = {};
    }
  }

  render() {
    const { results } = this;
    const rows = results.select(this.asked);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    const page = Math.min(this.page, pages - 1);
    const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
    return html`
      ${this.sum()}
      <div class="facts filter">
        ${this.filter("kind", KINDS, (each) => t(`many.${each}`))}
        ${this.filter("rule", results.byRule().map(([rule]) => rule), (each) => each)}
        ${this.filter("severity", results.bySeverity().map(([severity]) => severity), (each) => t(`severity.${each}`))}
        <label>${t("many.words")} <input type="search" .value=${this.asked.words ?? ""} @input=${(event) => this.ask({ words: event.target.value })} /></label>
      </div>
      <p class="row" role="status">${rows.length === 0 ? t("many.none") : t("many.shown", { from: page * PAGE + 1, to: page * PAGE + shown.length, count: rows.length })}</p>
      <div class="scroll">
        <table class="results">
          <thead><tr>${COLUMNS.map((each) => html`<th scope="col" aria-sort=${this.sorted(each)}>
            <button type="button" class="quiet small" @click=${() => this.sort(each)}>${t(`many.${each}`)}<span aria-hidden="true">${{ ascending: " ↑", descending: " ↓", none: "" }[this.sorted(each)]}</span></button></th>`)}</tr></thead>
          <tbody>${shown.map((row) => this.row(row))}</tbody>
        </table>
      </div>
      ${pages > 1
        ? html`<p class="row">
            <button type="button" ?disabled=${page === 0} @click=${() => (this.page = page - 1)}>${t("many.previous")}</button>
            <span>${t("many.page", { page: page + 1, pages })}</span>
            <button type="button" ?disabled=${page === pages - 1} @click=${() => (this.page = page + 1)}>${t("many.next")}</button></p>`
        : nothing}
    `;
  }

  sum() {
    const { results } = this;
    return html`<ul class="sum">
        ${KINDS.map((each) => html`<li class=${each}><strong>${number(results[each])}</strong> <span class=${`badge ${LOOK[each]}`}>${t(`many.${each}`)}</span></li>`)}
        ${results.bySeverity().map(([severity, notes]) => html`<li><strong>${number(notes)}</strong> ${t("many.with", { severity: t(`severity.${severity}`) })}</li>`)}
      </ul>
      <p class="hint">${t("many.sum", { judged: results.judged, unjudged: results.unjudged, all: results.rows.length })}</p>
      ${results.rules.size > 0
        ? html`<details class="by-rule"><summary>${t("many.by-rule", { count: results.rules.size })}</summary>
            <ul>${results.byRule().map(([rule, { severity, notes }]) => html`<li>
              <button type="button" class="quiet small" @click=${() => this.ask({ rule })}>${rule}</button>
              <span class=${`badge ${severity}`}>${t(`severity.${severity}`)}</span> ${t("many.notes", { count: notes })}</li>`)}</ul></details>`
        : nothing}`;
  }

  filter(name, values, named) {
    return html`<label>${t(`many.filter.${name}`)}
      <select name=${name} @change=${(event) => this.ask({ [name]: event.target.value })}>
        <option value="" .selected=${!this.asked[name]}>${t("many.all")}</option>
        ${values.map((each) => html`<option value=${each} .selected=${this.asked[name] === each}>${named(each)}</option>`)}
      </select></label>`;
  }

  row(row) {
    const open = this.opened === row.at;
    return html`<tr>
        <td class="number">${number(row.at + 1)}</td>
        <td><button type="button" class="quiet small name" aria-expanded=${open} @click=${() => this.open(row)}>${harmless(row.name)}</button></td>
        <td><span class=${`badge ${LOOK[row.kind]}`}>${t(`many.${row.kind}`)}</span></td>
        <td class="number">${row.kind === "unjudged" ? "–" : number(row.findings)}</td>
      </tr>
      ${open ? html`<tr class="opened"><td colspan="4">${this.detail(row)}</td></tr>` : nothing}`;
  }

  detail({ line }) {
    const found = line.violations ?? [];
    return html`
      ${line.error ? html`<p class="message">${harmless(line.error.detail ?? line.error.title)}</p>` : nothing}
      ${line.playbook ? html`<p class="hint">${t("verdict.edition", { edition: line.playbook })} <span title=${line.digest}>${shortDigest(line.digest)}</span></p>` : nothing}
      ${!line.error && found.length === 0 ? html`<p class="all-well">${t("findings.none")}</p>` : nothing}
      <ol class="findings">${found.map((each) => html`<li class=${`finding ${each.waived ? "waived" : each.severity}`}>
        <p class="row"><span class=${`badge ${each.waived ? "" : each.severity}`}>${t(each.waived ? "severity.waived" : `severity.${each.severity}`)}</span>
          <a href=${`/playbook?edition=${encodeURIComponent(line.playbook ?? "")}&rule=${encodeURIComponent(each.rule)}`}>${each.rule}</a>
          <span class="hint">${each.end > each.start ? t("findings.place", { line: each.line }) : each.clause}</span></p>
        <p class="message">${harmless(each.message)}</p></li>`)}</ol>
      ${this.original
        ? html`<p><a class="button" target="_blank" rel="noopener" href=${`/#note=${encodeURIComponent(JSON.stringify(this.original))}`}>${t("many.open")}</a></p>`
        : this.original === null
          ? html`<p class="hint">${t("many.no-original")}</p>`
          : nothing}`;
  }

  async open(row) {
    this.original = undefined;
    this.opened = this.opened === row.at ? null : row.at;
    if (this.opened !== null && row.line.note !== undefined) {
      const found = await originalOf(this.sent, this.columns, String(row.line.note)).catch(() => null);
      if (this.opened === row.at) {
        this.original = found;
      }
    }
  }

  ask(more) {
    this.asked = { ...this.asked, ...more };
    this.page = 0;
    this.opened = null;
  }

  sorted(column) {
    return (this.asked.by ?? "at") !== column ? "none" : this.asked.down ? "descending" : "ascending";
  }

  sort(column) {
    this.ask({ by: column, down: (this.asked.by ?? "at") === column && !this.asked.down });
  }
}

customElements.define("nw-result-list", ResultList);
