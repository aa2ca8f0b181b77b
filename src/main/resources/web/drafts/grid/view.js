// A table as a grid: a real table of which only the rows in sight are there, with one active cell.
import { repeat } from "lit/directives/repeat.js";
import { Part, html, nothing } from "../../shared/element.js";
import { t } from "../../shared/texts.js";
import { copied, copy, paste } from "./clipboard.js";
import { editing } from "./editing.js";
import { pressed, typed } from "./keyboard.js";
import { plain } from "../../shared/harmless.js";
import { cell } from "./rows.js";
import { Selection } from "./selection.js";

const HEIGHT = 34;
const SPARE = 8;
const MOST_ROWS = 18;

export class Grid extends editing(Part) {
  static properties = {
    model: { attribute: false },
    filter: { attribute: false },
    problems: { attribute: false },
    fresh: { attribute: false },
    readonly: { type: Boolean },
    label: {},
    editing: { state: true },
    from: { state: true },
  };

  constructor() {
    super();
    this.filter = null;
    this.problems = new Map();
    this.fresh = new Set();
    this.editing = null;
    this.from = 0;
    this.selection = new Selection();
  }

  /** The rows that pass the filter. */
  get shown() {
    if (this.kept?.rows !== this.model.rows || this.kept.filter !== this.filter) {
      const { rows } = this.model;
      this.kept = { rows, filter: this.filter, shown: this.filter === null ? rows : rows.filter(this.filter) };
    }
    return this.kept.shown;
  }

  /** How many rows are in sight. */
  get page() {
    return Math.max(1, Math.floor((this.querySelector(".grid-scroll")?.clientHeight ?? HEIGHT * MOST_ROWS) / HEIGHT) - 2);
  }

  go(row, column, extend) {
    this.selection.to(row, column, { extend, rows: this.shown.length, columns: this.model.columns.length });
    this.seen(this.selection.endRow);
    this.tell("nw-at", {});
    this.requestUpdate();
  }

  /** Scrolls so that a row and the active column can be seen. */
  seen(row) {
    const box = this.querySelector(".grid-scroll");
    if (box === null) {
      return;
    }
    const top = row * HEIGHT;
    const room = box.clientHeight - HEIGHT;
    if (top < box.scrollTop) {
      box.scrollTop = top;
    } else if (top + HEIGHT > box.scrollTop + room) {
      box.scrollTop = top + HEIGHT - room;
    }
    this.scrolled();
    const head = this.querySelectorAll("thead th")[this.selection.endColumn + 1];
    const fixed = this.querySelector("thead th")?.offsetWidth ?? 0;
    if (head !== undefined) {
      if (head.offsetLeft - fixed < box.scrollLeft) {
        box.scrollLeft = head.offsetLeft - fixed;
      } else if (head.offsetLeft + head.offsetWidth > box.scrollLeft + box.clientWidth) {
        box.scrollLeft = Math.min(head.offsetLeft - fixed, head.offsetLeft + head.offsetWidth - box.clientWidth);
      }
    }
  }

  /** Scrolls to a row that has just been drawn, the page too. */
  async show(row) {
    this.seen(row);
    await this.updateComplete;
    this.querySelector(`[data-row="${row}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.seen(row);
  }

  scrolled() {
    const box = this.querySelector(".grid-scroll");
    this.from = Math.max(0, Math.floor(box.scrollTop / HEIGHT) - SPARE);
    if (this.editing !== null) {
      const at = this.shown.findIndex((each) => each.id === this.editing.id);
      if (at < this.from || at > this.from + MOST_ROWS + 2 * SPARE) {
        this.commit();
      }
    }
  }

  collapse() {
    this.go(this.selection.row, this.selection.column, false);
  }

  selectAll() {
    this.selection.block(0, 0, this.shown.length - 1, this.model.columns.length - 1);
    this.requestUpdate();
  }

  selectRow() {
    const { row, endRow } = this.selection;
    this.selection.block(row, 0, endRow, this.model.columns.length - 1);
    this.requestUpdate();
  }

  selectColumn() {
    const { column, endColumn } = this.selection;
    this.selection.block(0, column, this.shown.length - 1, endColumn);
    this.requestUpdate();
  }

  focusGrid() {
    this.querySelector("[role=grid]")?.focus({ preventScroll: true });
  }

  copyOut() {
    return navigator.clipboard.writeText(copied(this));
  }

  /** Where the pointer is. */
  target(event) {
    const found = event.target.closest("[data-row]");
    return found === null ? null : { row: +found.dataset.row, column: +found.dataset.column };
  }

  pointed(event) {
    const place = this.target(event);
    if (place === null || event.button !== 0 || event.target.closest("textarea") !== null) {
      return;
    }
    event.preventDefault();
    this.commit();
    this.focusGrid();
    this.go(place.row, Math.max(0, place.column), event.shiftKey);
    if (place.column < 0) {
      this.selectRow();
    }
    const drag = (move) => {
      const to = this.target({ target: document.elementFromPoint(move.clientX, move.clientY) ?? this });
      if (to !== null && (to.row !== this.selection.endRow || to.column !== this.selection.endColumn)) {
        this.go(to.row, place.column < 0 ? this.model.columns.length - 1 : Math.max(0, to.column), true);
      }
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", () => removeEventListener("pointermove", drag), { once: true });
  }

  /** The selection is on rows, wherever these stand once others have changed the table, or a filter has. */
  willUpdate() {
    const { model, filter, shown } = this;
    const was = this.stood;
    if (was !== undefined && (was.model !== model || was.turn !== model.turn || was.filter !== filter)) {
      this.selection.follow(was.shown, shown);
    }
    this.stood = { model, turn: model.turn, filter, shown };
  }

  render() {
    const { columns } = this.model;
    const until = Math.min(this.shown.length, this.from + MOST_ROWS + 2 * SPARE);
    const rows = this.shown.slice(this.from, until);
    const active = this.selection.endRow >= this.from && this.selection.endRow < until;
    return html`<div class="grid-scroll" @scroll=${this.scrolled}>
      <table role="grid" tabindex="0" class="cells" aria-label=${this.label} aria-rowcount=${this.shown.length + 1}
        aria-colcount=${columns.length + 1} aria-multiselectable="true" aria-readonly=${this.readonly ? "true" : "false"}
        aria-activedescendant=${active ? `${this.key}-${this.selection.endRow}-${this.selection.endColumn}` : nothing}
        @keydown=${(event) => (this.editing === null ? pressed(event, this) : typed(event, this))}
        @copy=${(event) => copy(event, this)} @paste=${(event) => paste(event, this)}
        @cut=${(event) => { copy(event, this); if (this.editing === null) this.clear(); }}
        @pointerdown=${this.pointed} @dblclick=${(event) => this.target(event) && this.edit(null)}>
        <colgroup>${[-1, ...columns.keys()].map((c) => html`<col data-column=${c} />`)}</colgroup>
        <thead><tr aria-rowindex="1"><th scope="col" aria-colindex="1" class="number">${t("grid.row")}</th>
          ${columns.map((name, c) => html`<th scope="col" aria-colindex=${c + 2}>${plain(name)}</th>`)}</tr></thead>
        ${this.spacer("before")}
        <tbody>${repeat(rows, (each) => each.id, (each, i) => this.line(each, this.from + i))}</tbody>
        ${this.spacer("after")}
      </table></div>`;
  }

  /** Room for the rows that are not there, so that the bar at the side tells the truth. */
  spacer(name) {
    return html`<tbody aria-hidden="true" class="spacer" data-spacer=${name}><tr><td></td></tr></tbody>`;
  }

  line(each, at) {
    const problems = this.problems.get(each.id) ?? [];
    const bad = problems.some((one) => one.severity === "error");
    const kind = problems.length === 0 ? "" : bad ? "bad" : "odd";
    return html`<tr aria-rowindex=${at + 2} class="${kind} ${this.fresh.has(each.id) ? "fresh" : ""}"
      aria-selected=${at >= this.selection.top && at <= this.selection.bottom ? "true" : "false"}>
      <th scope="row" aria-colindex="1" class="number" data-row=${at} data-column="-1"
        title=${problems.length === 0 ? nothing : problems.map((one) => one.message).join("\n")}>${kind === ""
        ? nothing
        : html`<span class="mark ${kind}" aria-hidden="true">!</span><span class="visually-hidden">${t(`grid.${kind}`)} </span>`}${this.fresh.has(each.id)
        ? html`<span class="visually-hidden">${t("grid.fresh")} </span>` : nothing}${at + 1}</th>
      ${this.model.columns.map((name, c) => this.cell(each, at, c, problems))}</tr>`;
  }

  cell(each, at, c, problems) {
    const edited = this.editing !== null && this.editing.id === each.id && this.editing.column === c;
    const here = at === this.selection.endRow && c === this.selection.endColumn;
    const meant = problems.some((one) => one.place === c);
    return html`<td role="gridcell" id="${this.key}-${at}-${c}" data-row=${at} data-column=${c} aria-colindex=${c + 2}
      aria-selected=${this.selection.holds(at, c) ? "true" : "false"} aria-invalid=${meant ? "true" : nothing}
      class=${here ? "active" : ""}>${edited
        ? html`<textarea class="cell-input" rows="1" aria-label=${t("grid.cell", { column: this.model.columns[c], row: at + 1 })}
            maxlength="10000" spellcheck="false" @input=${this.typing} @blur=${() => this.commit()}></textarea>`
        : html`<span class="cell">${plain(cell(each.cells, c))}</span>`}</td>`;
  }

  typing(event) {
    this.editing.text = event.target.value;
    this.fit(event.target);
    this.tell("nw-typing", { id: this.editing.id, column: this.editing.column, text: this.editing.text });
  }

  fit(input) {
    input.style.height = "auto";
    input.style.height = `${Math.min(220, input.scrollHeight + 2)}px`;
  }

  get key() {
    return this.id || "cells";
  }

  updated(changes) {
    if (this.shown.length > 0 && this.selection.endRow >= this.shown.length) {
      this.collapse();
    }
    const rows = Math.min(this.shown.length, this.from + MOST_ROWS + 2 * SPARE);
    for (const [name, count] of [["before", this.from], ["after", this.shown.length - rows]]) {
      const body = this.querySelector(`[data-spacer=${name}]`);
      body.hidden = count <= 0;
      body.querySelector("td").style.height = `${Math.max(0, count) * HEIGHT}px`;
    }
    if (changes.has("model")) {
      this.measure();
    }
    const input = this.querySelector(".cell-input");
    if (input !== null && !this.editing.begun) {
      this.editing.begun = true;
      input.value = this.editing.text;
      input.focus({ preventScroll: true });
      input.setSelectionRange(input.value.length, input.value.length);
      this.fit(input);
    }
  }

  /** Gives each column the room that its texts take, within bounds. */
  measure() {
    const widths = this.model.columns.map((name, c) => {
      const lengths = this.model.rows.slice(0, 400).map((each) => cell(each.cells, c).length).sort((a, b) => a - b);
      const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
      return Math.max(name.length + 4, Math.min(44, usual + 3), 9);
    });
    this.querySelectorAll("col").forEach((col, i) => (col.style.width = i === 0 ? "64px" : `${widths[i - 1]}ch`));
    this.querySelector("table").style.minWidth = `calc(64px + ${widths.reduce((a, b) => a + b, 0)}ch)`;
  }
}

customElements.define("nw-grid", Grid);
