// The tables of an edition, read-only: which there are, and the one chosen, in slices where it is large.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { repeat } from "lit/directives/repeat.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";
import { readTable } from "./csv.js";
import * as facts from "./facts.js";
import { address, follows } from "./place.js";

const SLICE = 200;
const AT_ONCE = 4;
const nameOf = (file) => file.replace(/^tables\//, "").replace(/\.csv$/, "");

class Tables extends Part {
  static properties = {
    edition: { attribute: false },
    here: { attribute: false },
    read: { state: true },
    problem: { state: true },
    find: { state: true },
    most: { state: true },
  };

  constructor() {
    super();
    this.find = "";
    this.most = SLICE;
  }

  willUpdate(changed) {
    if (changed.has("edition")) {
      this.load();
    }
    if (changed.has("here") && changed.get("here")?.table !== this.here.table) {
      this.find = "";
      this.most = SLICE;
    }
  }

  /** Reads all tables, a few at a time; what was read before is shown until all have come. */
  async load() {
    const { version, digest, files } = this.edition;
    const names = files.filter((each) => each.startsWith("tables/") && each.endsWith(".csv"));
    const read = new Map();
    const waiting = [...names];
    const next = async () => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        read.set(nameOf(name), readTable(await facts.file(version, digest, name)));
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, next));
      if (this.edition.version === version && this.edition.digest === digest) {
        this.read = new Map(names.map((each) => [nameOf(each), read.get(nameOf(each))]));
        this.problem = null;
      }
    } catch (problem) {
      if (this.edition.version === version && this.edition.digest === digest) {
        this.problem = problem;
      }
    }
  }

  render() {
    if (!this.read) {
      return this.problem ? problemState(this.problem, () => this.load()) : state("loading");
    }
    if (this.read.size === 0) {
      return state("empty", { text: t("tables.none") });
    }
    const name = this.here.table ?? this.read.keys().next().value;
    return html`<div class="with-tables">
      <nav aria-label=${t("tables")}><ul class="names">
        ${repeat(this.read, ([each]) => each, ([each, table]) => {
          const there = { edition: this.here.edition, view: "tables", table: each };
          return html`<li><a href=${address(there)} aria-current=${each === name ? "page" : "false"} @click=${(event) => follows(event, there)}>
            <span>${harmless(each)}</span> <span class="hint">${t("tables.rows", { count: table.rows.length })}</span></a></li>`;
        })}
      </ul></nav>
      ${this.read.has(name) ? this.table(name, this.read.get(name))
        : state("error", { text: t("tables.unknown", { name: harmless(name) }) })}
    </div>`;
  }

  table(name, { columns, rows }) {
    const wanted = this.find.toLocaleLowerCase().trim();
    const found = wanted === "" ? rows : rows.filter((row) => row.cells.some((cell) => cell.toLocaleLowerCase().includes(wanted)));
    const shown = found.slice(0, this.most);
    return html`<div class="one-table">
      <div class="row spread">
        <h3 id="table-title">${harmless(name)}</h3>
        <label class="inline">${t("tables.find")}
          <input type="search" maxlength="200" autocomplete="off" .value=${this.find} @input=${this.narrow} /></label>
      </div>
      <p class="hint" role="status">${t("tables.shown", { shown: shown.length, count: found.length })}</p>
      <div class="scroll framed" role="region" aria-labelledby="table-title" tabindex="0">
        <table>
          <thead><tr><th scope="col" class="number">${t("tables.number")}</th>${columns.map((each) => html`<th scope="col">${harmless(each)}</th>`)}</tr></thead>
          <tbody>${repeat(shown, (row) => row.number, (row) => html`<tr><th scope="row" class="number">${row.number}</th>
            ${columns.map((each, index) => html`<td>${harmless(row.cells[index])}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      ${found.length > shown.length ? html`<p class="more"><button type="button" @click=${() => (this.most += SLICE)}>
        ${t("tables.more", { count: Math.min(SLICE, found.length - shown.length) })}</button></p>` : nothing}
    </div>`;
  }

  narrow(event) {
    this.find = event.target.value;
    this.most = SLICE;
  }
}

customElements.define("nw-tables", Tables);
