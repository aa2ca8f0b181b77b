// What lint says of a table, at its rows.
import { csv } from "./grid/delimited.js";
import { cell } from "./grid/rows.js";

/** The column of a row in which a finding lies, as far as its place tells; -1 where it does not. */
function column(row, finding, columns) {
  let at = 1;
  for (let c = 0; c < columns && finding.column > 0; c++) {
    const length = csv([cell(row.cells, c)], []).text.length - 1;
    if (finding.column <= at + length) {
      return c;
    }
    at += length + 1;
  }
  return -1;
}

/**
 * Findings by the identity of their row, and those that are about no row. `starts` are the lines at which rows begin, in
 * their order; a finding names its row, or else its line.
 */
export function problemsOf(findings, starts, model) {
  const order = [...starts.values()];
  const lines = [...starts.keys()].sort((a, b) => a - b);
  const problems = new Map();
  const above = [];
  for (const each of findings) {
    const line = lines.findLast((one) => one <= each.line);
    const id = each.row ? order[each.row - 1] : line === undefined ? undefined : starts.get(line);
    const row = id === undefined ? undefined : model.rows[model.place(id)];
    if (row === undefined) {
      above.push(each);
    } else {
      problems.set(row.id, [...(problems.get(row.id) ?? []), { ...each, place: column(row, each, model.columns.length) }]);
    }
  }
  return { problems, above };
}
