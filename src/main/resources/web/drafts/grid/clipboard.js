// Copy, cut and paste of cells, as spreadsheets do it.
import { block, tabbed } from "./delimited.js";
import { cell } from "./rows.js";

const MOST_CELLS = 100_000;

/** The selected cells as text. */
export function copied(grid) {
  const { top, bottom, left, right } = grid.selection;
  return tabbed(
    grid.shown.slice(top, bottom + 1).map((each) => {
      const cells = [];
      for (let c = left; c <= right; c++) {
        cells.push(cell(each.cells, c));
      }
      return cells;
    }));
}

export function copy(event, grid) {
  if (grid.editing === null) {
    event.clipboardData.setData("text/plain", copied(grid));
    event.preventDefault();
  }
}

/** Puts a text into the grid: one cell fills all that are selected, a block goes where it begins. */
export function paste(event, grid) {
  if (grid.editing !== null || grid.readonly) {
    return;
  }
  event.preventDefault();
  const text = event.clipboardData.getData("text/plain");
  if (text === "") {
    return;
  }
  const cells = block(text);
  if (cells.length * cells[0].length > MOST_CELLS) {
    grid.tell("nw-refused", { reason: "too-much", count: MOST_CELLS });
    return;
  }
  const one = cells.length === 1 && cells[0].length === 1;
  if (one && !grid.selection.single) {
    grid.fill(cells[0][0]);
  } else {
    grid.put(cells);
  }
}
