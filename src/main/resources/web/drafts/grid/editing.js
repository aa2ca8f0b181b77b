// What a grid does to its rows; each is one step that can be undone.
import { cell } from "./rows.js";

export const editing = (Base) =>
  class extends Base {
    /** What a step back leads to. */
    mark() {
      const { row, column } = this.selection;
      return { id: this.shown[row]?.id ?? null, column };
    }

    /** Whether it may be changed now; tells why where it may not. */
    may() {
      if (this.readonly) {
        this.tell("nw-refused", { reason: "readonly" });
      }
      return !this.readonly;
    }

    changed(touched = []) {
      this.tell("nw-changed", { touched });
      this.requestUpdate();
    }

    selectedIds() {
      return this.shown.slice(this.selection.top, this.selection.bottom + 1).map((each) => each.id);
    }

    undo() {
      this.step(() => this.model.undo(this.mark()));
    }

    redo() {
      this.step(() => this.model.redo(this.mark()));
    }

    step(going) {
      const done = this.may() ? going() : null;
      if (done !== null) {
        this.changed(done.mark?.id == null ? [] : [done.mark.id]);
        const row = this.shown.findIndex((each) => each.id === done.mark?.id);
        this.go(row >= 0 ? row : this.selection.row, done.mark?.column ?? 0, false);
      }
    }

    clear() {
      this.fill("");
    }

    fill(text) {
      if (!this.may()) {
        return;
      }
      const changes = [];
      for (const id of this.selectedIds()) {
        for (let c = this.selection.left; c <= this.selection.right; c++) {
          changes.push([id, c, text]);
        }
      }
      if (this.model.write(changes, this.mark())) {
        this.changed(this.selectedIds());
      }
    }

    put(cells) {
      if (!this.may()) {
        return;
      }
      const { top, left } = this.selection;
      const onto = this.shown.slice(top, top + cells.length).map((each) => each.id);
      const added = this.model.paste(cells, this.shown, top, left, this.mark());
      this.changed([...onto, ...added]);
      const width = Math.max(...cells.map((each) => each.length));
      this.selection.block(top, left, Math.min(top + cells.length, this.shown.length) - 1,
        Math.min(left + width, this.model.columns.length) - 1);
      this.tell("nw-said", { key: "grid.pasted", count: cells.length, columns: width });
      this.requestUpdate();
    }

    addRow() {
      if (this.may()) {
        const behind = this.shown[this.selection.bottom]?.id ?? null;
        this.appear(this.model.insert([this.model.empty()], behind, this.mark()));
      }
    }

    /** At the end of the table, as the button does it. */
    addLast() {
      if (this.may()) {
        this.appear(this.model.insert([this.model.empty()], null, this.mark()));
        this.focusGrid();
      }
    }

    duplicate() {
      if (this.may() && this.shown.length > 0) {
        const ids = new Set(this.selectedIds());
        const cells = this.shown.filter((each) => ids.has(each.id)).map((each) => [...each.cells]);
        this.appear(this.model.insert(cells, this.shown[this.selection.bottom].id, this.mark()));
      }
    }

    appear(ids) {
      this.changed(ids);
      const first = this.shown.findIndex((each) => each.id === ids[0]);
      this.updateComplete.then(() => this.show(first));
      this.go(first, 0, false);
      if (ids.length > 1) {
        this.selection.block(first, 0, first + ids.length - 1, this.model.columns.length - 1);
      }
    }

    deleteRows() {
      if (this.may() && this.shown.length > 0) {
        const ids = this.selectedIds();
        const { top, column } = this.selection;
        this.model.remove(ids, this.mark());
        this.changed();
        this.go(top, column, false);
        this.tell("nw-said", { key: "grid.deleted", count: ids.length });
      }
    }

    moveRows(down) {
      if (!this.may()) {
        return;
      }
      const { row, column, endRow, endColumn } = this.selection;
      const ids = this.selectedIds();
      if (this.model.move(ids, down, this.mark())) {
        this.changed(ids);
        const by = down ? 1 : -1;
        this.selection.block(row + by, column, endRow + by, endColumn);
        this.seen(endRow + by);
      }
    }

    /** Begins to edit the active cell, with a text instead of its own where one was typed. */
    edit(text) {
      const row = this.shown[this.selection.row];
      if (row === undefined || !this.may()) {
        return;
      }
      const { row: at, column } = this.selection;
      this.selection.to(at, column, { rows: this.shown.length, columns: this.model.columns.length });
      this.seen(at);
      this.editing = { id: row.id, column, text: text ?? cell(row.cells, column), begun: false };
    }

    commit() {
      const now = this.editing;
      if (now === null) {
        return;
      }
      this.editing = null;
      const had = this.contains(document.activeElement);
      if (this.model.write([[now.id, now.column, now.text]], this.mark())) {
        this.changed([now.id]);
      }
      this.tell("nw-typing", null);
      if (had) {
        this.focusGrid();
      }
    }

    cancel() {
      this.editing = null;
      this.tell("nw-typing", null);
      this.focusGrid();
    }
  };
