// Puts what was changed here and what somebody else has saved meanwhile together, row by row and cell by cell.
import { cell, row, same } from "./rows.js";

/** In how many cells two rows are alike. */
const likeness = (some, others) => some.filter((text, i) => text === cell(others, i)).length;

/**
 * Which row of `theirs` is which of `saved`: first those that are the same, then those with the same first cell, and of
 * several those that are most alike. A row whose first cell is another is another row, whatever else of it is the same.
 */
function pairs(saved, theirs) {
  const found = new Map();
  let start = 0;
  while (start < saved.length && start < theirs.length && saved[start].hash === theirs[start].hash) {
    found.set(theirs[start], saved[start]);
    start++;
  }
  let end = 0;
  while (end < saved.length - start && end < theirs.length - start
    && saved[saved.length - 1 - end].hash === theirs[theirs.length - 1 - end].hash) {
    found.set(theirs[theirs.length - 1 - end], saved[saved.length - 1 - end]);
    end++;
  }
  const left = saved.slice(start, saved.length - end);
  const byHash = new Map();
  left.forEach((each) => byHash.set(each.hash, [...(byHash.get(each.hash) ?? []), each]));
  const open = [];
  for (const each of theirs.slice(start, theirs.length - end)) {
    const twin = byHash.get(each.hash)?.shift();
    if (twin === undefined) {
      open.push(each);
    } else {
      found.set(each, twin);
    }
  }
  const taken = new Set(found.values());
  const rest = left.filter((each) => !taken.has(each));
  for (const each of open) {
    const name = cell(each.cells, 0);
    const named = name === "" ? [] : rest.filter((old) => cell(old.cells, 0) === name);
    const likest = Math.max(...named.map((old) => likeness(each.cells, old.cells)));
    const twin = named.find((old) => likeness(each.cells, old.cells) === likest);
    if (twin !== undefined) {
      found.set(each, twin);
      rest.splice(rest.indexOf(twin), 1);
    }
  }
  return found;
}

/**
 * Merges. Gives back the rows, the saved rows as they are now, and the conflicts `{id, base, mine, theirs}`, in which null
 * stands for a row that was deleted. Rows with a conflict are as here until somebody chooses.
 */
export function merge(saved, rows, theirs) {
  const was = pairs(saved, theirs);
  const now = theirs.map((each) => ({ ...each, id: was.get(each)?.id ?? row([]).id }));
  const old = new Map(saved.map((each) => [each.id, each]));
  const mine = new Map(rows.map((each) => [each.id, each]));
  const there = new Set(now.map((each) => each.id));
  const conflicts = [];
  const merged = [];
  for (const each of now) {
    const base = old.get(each.id);
    const here = mine.get(each.id);
    if (base === undefined) {
      merged.push(row(each.cells, each.id));
    } else if (here === undefined) {
      if (!same(each.cells, base.cells)) {
        conflicts.push({ id: each.id, base: base.cells, mine: null, theirs: each.cells });
      }
    } else {
      const width = Math.max(base.cells.length, here.cells.length, each.cells.length);
      const cells = [];
      let both = false;
      for (let i = 0; i < width; i++) {
        const [before, ours, others] = [cell(base.cells, i), cell(here.cells, i), cell(each.cells, i)];
        both ||= ours !== before && others !== before && ours !== others;
        cells.push(ours !== before ? ours : others);
      }
      if (both) {
        conflicts.push({ id: each.id, base: base.cells, mine: here.cells, theirs: each.cells });
      }
      merged.push(row(both ? here.cells : cells, each.id));
    }
  }
  let behind = null;
  for (const each of rows) {
    const base = old.get(each.id);
    const deletedThere = base !== undefined && !there.has(each.id);
    if (base === undefined || (deletedThere && !same(each.cells, base.cells))) {
      const place = behind === null ? 0 : merged.findIndex((one) => one.id === behind) + 1;
      merged.splice(place, 0, each);
      if (deletedThere) {
        conflicts.push({ id: each.id, base: base.cells, mine: each.cells, theirs: null });
      }
    }
    if (merged.some((one) => one.id === each.id)) {
      behind = each.id;
    }
  }
  return { rows: merged, saved: now, conflicts };
}
