// What was changed of a table, as operations on its rows: what no operation names keeps its bytes.
import { blank, cell } from "./rows.js";

/** Places of the longest run of numbers that only grow; rows outside of it have been moved. */
function growing(numbers) {
  const ends = [];
  const before = numbers.map(() => -1);
  numbers.forEach((number, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[i] = low > 0 ? ends[low - 1] : -1;
    ends[low] = i;
  });
  const found = new Set();
  for (let i = ends.length > 0 ? ends[ends.length - 1] : -1; i >= 0; i = before[i]) {
    found.add(numbers[i]);
  }
  return found;
}

const named = (columns, cells, taken) => {
  const all = {};
  columns.forEach((name, i) => {
    if (taken(i)) {
      all[name] = cell(cells, i);
    }
  });
  return all;
};

/** The rows that say anything; the service keeps no others. */
export const saying = (rows) => rows.filter((each) => !blank(each.cells));

/** What makes the saved rows those that are shown now. Saved rows are `{id, row, hash, cells}`. */
export function operations(columns, saved, rows) {
  const now = saying(rows);
  const ids = new Set(now.map((each) => each.id));
  const before = new Map(saved.map((each) => [each.id, each]));
  const stay = growing(now.filter((each) => before.has(each.id)).map((each) => before.get(each.id).row));
  const all = saved
    .filter((each) => !ids.has(each.id))
    .map((each) => ({ op: "delete", row: each.row, hash: each.hash }));
  const placed = [];
  let next;
  for (let i = now.length - 1; i >= 0; i--) {
    const each = now[i];
    const old = before.get(each.id);
    if (old === undefined) {
      const add = { op: "add", cells: named(columns, each.cells, (c) => cell(each.cells, c) !== "") };
      placed.push(next === undefined ? add : { ...add, row: next });
    } else {
      const changed = named(columns, each.cells, (c) => cell(each.cells, c) !== cell(old.cells, c));
      if (Object.keys(changed).length > 0) {
        all.push({ op: "change", row: old.row, hash: old.hash, cells: changed });
      }
      if (stay.has(old.row)) {
        next = old.row;
      } else {
        const move = { op: "move", row: old.row, hash: old.hash };
        placed.push(next === undefined ? move : { ...move, to: next });
      }
    }
  }
  return [...all, ...placed.reverse()];
}
