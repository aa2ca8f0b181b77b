// Rows of a table as a page holds them. A row is never altered, only replaced, so that a step back is the list before it.
let last = 0;

/** A row of its own identity; `id` is given where it stands for one that there was. */
export const row = (cells, id = ++last) => ({ id, cells });

/** A cell; a row may have fewer of them than there are columns. */
export const cell = (cells, column) => cells[column] ?? "";

export const blank = (cells) => cells.every((each) => each.trim() === "");

export function same(some, others) {
  const most = Math.max(some.length, others.length);
  for (let i = 0; i < most; i++) {
    if (cell(some, i) !== cell(others, i)) {
      return false;
    }
  }
  return true;
}

/** The cells with one of them replaced. */
export function withCell(cells, column, text) {
  const next = [...cells];
  while (next.length <= column) {
    next.push("");
  }
  next[column] = text;
  return next;
}
