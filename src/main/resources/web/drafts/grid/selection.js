// Which cell of a grid is the active one, and how far the selection reaches from it. Rows are counted as they are shown.
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
