// Which cell of a grid is the active one, and how far the selection reaches from it. Rows are counted as they are shown, and
// a selection stays on its rows when others come or go.
export class Selection {
  row = 0;
  column = 0;
  endRow = 0;
  endColumn = 0;

  /** Moves the active cell, or, to extend, the other end of the selection; keeps both within the grid. */
  to(row, column, { extend = false, rows, columns }) {
    const fit = (value, count) => Math.max(0, Math.min(value, count - 1));
    this.endRow = fit(row, rows);
    this.endColumn = fit(column, columns);
    if (!extend) {
      this.row = this.endRow;
      this.column = this.endColumn;
    }
  }

  /** Selects a block. */
  block(row, column, endRow, endColumn) {
    Object.assign(this, { row, column, endRow, endColumn });
  }

  /**
   * Goes with its rows when the ones that were shown have become others. A block into which a row has come, or out of which
   * one has gone, is left for its active cell; a row that is gone, for one beside it.
   */
  follow(before, after) {
    const places = new Map(after.map((each, i) => [each.id, i]));
    const ids = before.slice(this.top, this.bottom + 1).map((each) => each.id);
    const first = places.get(ids[0]);
    if (first !== undefined && ids.every((id, i) => places.get(id) === first + i)) {
      const by = first - this.top;
      this.block(this.row + by, this.column, this.endRow + by, this.endColumn);
      return;
    }
    const beside = before.slice(this.endRow).concat(before.slice(0, this.endRow).reverse()).find((each) => places.has(each.id));
    const row = beside === undefined ? Math.max(0, Math.min(this.endRow, after.length - 1)) : places.get(beside.id);
    this.block(row, this.endColumn, row, this.endColumn);
  }

  get top() {
    return Math.min(this.row, this.endRow);
  }

  get bottom() {
    return Math.max(this.row, this.endRow);
  }

  get left() {
    return Math.min(this.column, this.endColumn);
  }

  get right() {
    return Math.max(this.column, this.endColumn);
  }

  get single() {
    return this.row === this.endRow && this.column === this.endColumn;
  }

  holds(row, column) {
    return row >= this.top && row <= this.bottom && column >= this.left && column <= this.right;
  }
}
