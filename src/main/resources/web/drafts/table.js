// A table of a draft: the grid, what can be done to it, what lint says of its rows, and whether it is saved.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { t } from "../shared/texts.js";
import { addedLines } from "./difference.js";
import { lints } from "./lint.js";
import { saying } from "./grid/changes.js";
import { csv } from "./grid/delimited.js";
import { plain } from "../shared/harmless.js";
import { cell, same } from "./grid/rows.js";
import { problemsOf } from "./problems.js";
import { standing } from "./file-text.js";
import { TableFile } from "./table-file.js";
import "./grid/view.js";
import "./conflicts.js";

const PAUSE = 150;
const MOST_VALUES = 200;

class TableEditor extends Part {
  static properties = {
    draft: {},
    path: {},
    digest: {},
    checks: { attribute: false },
    difference: { attribute: false },
    current: {},
    readonly: { type: Boolean },
    line: { type: Number },
    failure: { state: true },
    told: { state: true },
    problems: { state: true },
    filter: { state: true },
  };

  constructor() {
    super();
    this.problems = new Map();
    this.found = { column: -1, text: "", bad: false, changed: false };
    this.filter = null;
    this.told = "";
    this.kept = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.grid?.commit();
    this.file.end();
    clearTimeout(this.lintTimer);
  }

  get grid() {
    return this.querySelector("nw-grid");
  }

  async load() {
    this.file = new TableFile(this.draft, this.path, {
      changed: () => this.requestUpdate(),
      said: (what) => (this.told = t(`table.${what}`)),
    });
    this.file.readonly = !!this.readonly;
    try {
      await this.file.load();
      this.failure = null;
      this.lint();
    } catch (problem) {
      this.failure = problem;
    }
  }

  willUpdate(changes) {
    if (changes.has("digest") && this.digest && this.file?.model && this.digest !== this.file.digest) {
      this.file.follow(this.digest).then(() => this.lint());
    }
    if (changes.has("checks") || changes.has("current")) {
      this.takeChecks();
    }
  }

  /** What lint has said of the saved table, where it cannot be asked about what is typed. */
  takeChecks() {
    const { checks, file } = this;
    if (this.typed || !checks || checks.digest !== this.current || !file?.model || this.digest !== file.digest) {
      return;
    }
    const ids = new Map(file.saved.map((each) => [each.line, each.id]));
    this.takeProblems(checks.lint.filter((each) => each.file === this.path || each.file.endsWith(`/${this.path}`)), ids);
  }

  takeProblems(findings, starts) {
    const { problems, above } = problemsOf(findings, starts, this.file.model);
    this.problems = problems;
    this.above = above;
  }

  /** Asks lint about what is typed. */
  lint() {
    clearTimeout(this.lintTimer);
    this.lintTimer = setTimeout(async () => {
      const written = csv(this.file.model.columns, saying(this.file.model.rows));
      const findings = await lints(this.draft, this.path, written.text);
      if (findings === null) {
        this.typed = false;
        this.takeChecks();
      } else if (findings !== undefined) {
        this.typed = true;
        this.takeProblems(findings, written.starts);
      }
    }, PAUSE);
  }

  changed(event) {
    this.told = "";
    event.detail.touched.forEach((id) => this.kept.add(id));
    this.file.touched();
    this.lint();
  }

  search(values) {
    this.found = { ...this.found, ...values };
    this.kept = new Set();
    const { column, text, bad, changed } = this.found;
    const wanted = text.toLocaleLowerCase();
    const passes = (each) => {
      if (this.kept.has(each.id)) {
        return true;
      }
      const cells = column < 0 ? each.cells : [cell(each.cells, column)];
      return (wanted === "" || cells.some((one) => one.toLocaleLowerCase().includes(wanted)))
        && (!bad || this.problems.has(each.id))
        && (!changed || this.fresh().has(each.id));
    };
    this.filter = wanted === "" && !bad && !changed ? null : passes;
  }

  /** Rows that are not as in the base of the draft: the added lines of the difference, and what is not saved yet. */
  fresh() {
    const { rows } = this.file.model;
    if (this.freshOf?.rows !== rows || this.freshOf.difference !== this.difference || this.freshOf.saved !== this.file.saved) {
      const lines = addedLines(this.difference?.files.find((each) => each.path === this.path));
      const before = new Map(this.file.saved.map((each) => [each.id, each]));
      const ids = rows.filter((each) => {
        const old = before.get(each.id);
        return old === undefined || lines.has(old.line) || !same(old.cells, each.cells);
      }).map((each) => each.id);
      this.freshOf = { rows, difference: this.difference, saved: this.file.saved, ids: new Set(ids) };
    }
    return this.freshOf.ids;
  }

  refused(event) {
    this.told = t(`grid.refused.${event.detail.reason}`, event.detail);
  }

  render() {
    if (this.failure) {
      return problemState(this.failure, () => this.load());
    }
    if (!this.file?.model) {
      return state("loading");
    }
    const { model, conflicts } = this.file;
    return html`
      ${this.readonly ? nothing : this.toolbar(model)}
      ${this.filters(model)}
      ${conflicts.length > 0
        ? html`<nw-row-conflicts .columns=${model.columns} .conflicts=${conflicts}
            @nw-chosen=${(event) => { this.file.choose(event.detail.conflict, event.detail.theirs); this.lint(); }}></nw-row-conflicts>`
        : nothing}
      ${(this.above ?? []).map((each) => html`<p class="note ${each.severity}">${plain(each.message)}</p>`)}
      ${model.rows.length === 0 ? html`<p class="state">${t("table.empty")}</p>` : nothing}
      <nw-grid id="cells" .model=${model} .filter=${this.filter} .problems=${this.problems} .fresh=${this.fresh()}
        ?readonly=${this.readonly} .label=${t("table.label", { table: this.path })}
        @nw-changed=${this.changed} @nw-refused=${this.refused} @nw-at=${() => this.requestUpdate()} @nw-save=${() => this.file.save()}
        @nw-said=${(event) => (this.told = t(event.detail.key, event.detail))}
        @nw-typing=${(event) => (event.detail === null ? this.file.dirty && this.file.keep() : this.file.keep(event.detail))}></nw-grid>
      ${this.detail(model)}
      <p class="row spread table-foot"><span role="status" class=${this.file.state}>${this.standing()}
        ${this.told && this.file.conflicts.length === 0 ? html`<span>${this.told}</span>` : nothing}</span>
        <span class="hint">${this.count(model)}</span></p>
      ${this.help()}`;
  }

  count(model) {
    const shown = this.grid?.shown.length ?? model.rows.length;
    return this.filter === null
      ? t("table.rows", { count: model.rows.length })
      : t("table.rows-shown", { shown, count: model.rows.length });
  }

  standing() {
    const { state: now, refusal } = this.file;
    return now === "refused"
      ? html`<span class="error">${standing(now, this.file.safe)} ${refusal}</span>
          <button type="button" class="small" @click=${() => this.file.save()}>${t("state.retry")}</button>
          <button type="button" class="small" @click=${() => this.file.forget()}>${t("table.forget")}</button>`
      : html`<span>${standing(now, this.file.safe)}</span>`;
  }

  toolbar(model) {
    const act = (name, does, disabled = false) => html`<button type="button" class="small" ?disabled=${disabled}
      title=${t(`grid.${name}.keys`)} @click=${() => { does(this.grid); this.grid.focusGrid(); }}>${t(`grid.${name}`)}</button>`;
    const none = model.rows.length === 0;
    return html`<div class="row toolbar" role="group" aria-label=${t("grid.tools")}>
      <button type="button" class="small primary" title=${t("grid.add.keys")} @click=${() => this.grid.addLast()}>${t("grid.add")}</button>
      ${act("insert", (grid) => grid.addRow(), none)} ${act("duplicate", (grid) => grid.duplicate(), none)}
      ${act("delete", (grid) => grid.deleteRows(), none)}
      ${act("up", (grid) => grid.moveRows(false), none)} ${act("down", (grid) => grid.moveRows(true), none)}
      ${act("undo", (grid) => grid.undo(), !model.canUndo)} ${act("redo", (grid) => grid.redo(), !model.canRedo)}
      ${act("copy", (grid) => grid.copyOut().then(() => (this.told = t("grid.copied"))), none)}
    </div>`;
  }

  filters(model) {
    const { column, text, bad, changed } = this.found;
    return html`<div class="row filters">
      <label class="inline">${t("filter")}<select @change=${(event) => this.search({ column: +event.target.value })}>
        <option value="-1" .selected=${column < 0}>${t("filter.all")}</option>
        ${model.columns.map((name, c) => html`<option value=${c} .selected=${column === c}>${plain(name)}</option>`)}</select></label>
      <label class="inline grow"><span class="visually-hidden">${t("filter.text")}</span>
        <input type="search" list="filter-values" placeholder=${t("filter.text")} .value=${text}
          @input=${(event) => this.search({ text: event.target.value })} /></label>
      <datalist id="filter-values">${column < 0 ? nothing
        : model.values(column, MOST_VALUES).map((value) => html`<option value=${value}></option>`)}</datalist>
      <button type="button" class="small" ?disabled=${model.rows.length === 0} @click=${this.byValue}>${t("filter.by-value")}</button>
      <label class="inline"><input type="checkbox" .checked=${bad} @change=${(event) => this.search({ bad: event.target.checked })} />${t("filter.bad")}</label>
      <label class="inline"><input type="checkbox" .checked=${changed} @change=${(event) => this.search({ changed: event.target.checked })} />${t("filter.changed")}</label>
      ${this.filter === null ? nothing
        : html`<button type="button" class="small" @click=${() => this.search({ column: -1, text: "", bad: false, changed: false })}>${t("filter.none")}</button>`}
    </div>`;
  }

  byValue() {
    const { endRow, endColumn } = this.grid.selection;
    const row = this.grid.shown[endRow];
    if (row) {
      this.search({ column: endColumn, text: cell(row.cells, endColumn) });
    }
  }

  /** The whole text of the active cell, and what is wrong with its row. */
  detail(model) {
    const grid = this.grid;
    const row = grid?.model ? grid.shown[grid.selection.endRow] : undefined;
    if (!row) {
      return nothing;
    }
    const problems = this.problems.get(row.id) ?? [];
    const column = grid.selection.endColumn;
    return html`<div class="cell-detail">
      <p><strong>${plain(model.columns[column] ?? "")}</strong> <span class="whole">${plain(cell(row.cells, column))}</span></p>
      <div role="status">${problems.map((each) => html`<p class="note ${each.severity}"><span class="badge ${each.severity}">${t(`severity.${each.severity}`)}</span>
        ${plain(each.message)}</p>`)}</div></div>`;
  }

  help() {
    return html`<details class="keys"><summary>${t("grid.keys")}</summary><dl>
      ${["move", "edges", "pages", "select", "edit", "type", "rows", "reorder", "clip", "undoing", "leave"].map((each) => html`<div>
        <dt>${t(`grid.keys.${each}`)}</dt><dd>${t(`grid.keys.${each}.does`)}</dd></div>`)}</dl></details>`;
  }

  /** Goes to the row at a line, once, where an address names one. */
  updated(changes) {
    if (changes.has("readonly") && this.file.readonly !== !!this.readonly) {
      this.grid?.commit();
      this.file.lock(!!this.readonly).then(() => this.lint(), (problem) => (this.failure = problem));
    }
    if (this.line > 0 && this.wentTo !== this.line && this.grid !== null && this.file.saved.length > 0) {
      this.wentTo = this.line;
      const found = this.file.saved.findLast((each) => each.line <= this.line);
      const at = found === undefined ? -1 : this.file.model.place(found.id);
      if (at >= 0) {
        this.grid.updateComplete.then(() => {
          this.grid.go(at, 0, false);
          this.grid.focusGrid();
        });
      }
    }
  }
}

customElements.define("nw-table", TableEditor);
