// A table of an edition as it is shown.
import { records, separatorOf } from "../shared/delimited.js";

/** The names of the columns, and the rows that say something, each with its number. */
export function readTable(csv) {
  const [columns = [], ...rows] = records(csv, separatorOf(csv)).filter((cells) => cells.some((each) => each.trim() !== ""));
  return { columns: columns.map((each) => each.trim()), rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
}
