// The keys of a grid: the ARIA keyboard model, and those that spreadsheets have taught people.
const PRINTABLE = 1;

/** Where an arrow, Home, End or a page leads from the moving end of a selection; null for other keys. */
function destination(event, grid) {
  const { endRow, endColumn } = grid.selection;
  const jump = event.ctrlKey || event.metaKey;
  const rows = grid.shown.length;
  const columns = grid.model.columns.length;
  switch (event.key) {
    case "ArrowUp":
      return [jump ? 0 : endRow - 1, endColumn];
    case "ArrowDown":
      return [jump ? rows - 1 : endRow + 1, endColumn];
    case "ArrowLeft":
      return [endRow, jump ? 0 : endColumn - 1];
    case "ArrowRight":
      return [endRow, jump ? columns - 1 : endColumn + 1];
    case "Home":
      return [jump ? 0 : endRow, 0];
    case "End":
      return [jump ? rows - 1 : endRow, columns - 1];
    case "PageUp":
      return [endRow - grid.page, endColumn];
    case "PageDown":
      return [endRow + grid.page, endColumn];
    default:
      return null;
  }
}

/** What a key with Ctrl (or Command) does. */
const WITH_CONTROL = {
  a: (grid) => grid.selectAll(),
  z: (grid, event) => (event.shiftKey ? grid.redo() : grid.undo()),
  y: (grid) => grid.redo(),
  d: (grid) => grid.duplicate(),
  s: (grid) => grid.tell("nw-save"),
  enter: (grid) => grid.addRow(),
  delete: (grid) => grid.deleteRows(),
  backspace: (grid) => grid.deleteRows(),
  " ": (grid) => grid.selectColumn(),
};

function command(event, grid) {
  if (event.altKey) {
    return event.key === "ArrowUp" || event.key === "ArrowDown" ? () => grid.moveRows(event.key === "ArrowDown") : null;
  }
  if (event.ctrlKey || event.metaKey) {
    const found = WITH_CONTROL[event.key.toLowerCase()];
    return found === undefined ? null : () => found(grid, event);
  }
  switch (event.key) {
    case "Enter":
    case "F2":
      return () => grid.edit(null);
    case "Escape":
      return () => grid.collapse();
    case "Delete":
    case "Backspace":
      return () => grid.clear();
    case " ":
      return event.shiftKey ? () => grid.selectRow() : () => grid.edit(" ");
    case "Process":
      return () => grid.edit("");
    default:
      return [...event.key].length === PRINTABLE ? () => grid.edit(event.key) : null;
  }
}

/** A key while a cell is active; Tab is left to the browser, so that it leads out of the grid. */
export function pressed(event, grid) {
  const place = event.altKey ? null : destination(event, grid);
  if (place !== null) {
    event.preventDefault();
    grid.go(place[0], place[1], event.shiftKey);
    return;
  }
  const does = command(event, grid);
  if (does !== null) {
    if (event.key !== "Process") {
      event.preventDefault();
    }
    does();
  }
}

/** A key while a cell is edited. */
export function typed(event, grid) {
  if (event.isComposing) {
    return;
  }
  const end = { Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1] }[event.key];
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    grid.cancel();
  } else if (event.key === "Enter" && event.altKey) {
    event.preventDefault();
    event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionEnd, "end");
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (end !== undefined) {
    event.preventDefault();
    grid.commit();
    grid.go(grid.selection.row + end[0], grid.selection.column + end[1], false);
  } else if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    grid.commit();
    grid.tell("nw-save");
  }
}
