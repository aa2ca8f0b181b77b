// A table that is being changed: its rows, and the steps back and forth.
import { blank, row, withCell } from "./rows.js";

const STEPS = 200;

export class Model {
  #past = [];
  #future = [];
  #places = null;
  /** How often others have replaced the rows. */
  turn = 0;

  constructor(columns, rows) {
    this.columns = columns;
    this.rows = rows;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** Where a row stands; -1 where there is none of that identity. */
  place(id) {
    this.#places ??= new Map(this.rows.map((each, i) => [each.id, i]));
    return this.#places.get(id) ?? -1;
  }

  /** Replaces the rows in one step that can be undone; `mark` is handed back by the step back. */
  step(rows, mark) {
    if (rows === this.rows) {
      return false;
    }
    this.#past.push({ rows: this.rows, mark });
    if (this.#past.length > STEPS) {
      this.#past.shift();
    }
    this.#future = [];
    this.#become(rows);
    return true;
  }

  /** Replaces the rows by what somebody else has made of them; there is no way back before that. */
  replace(rows) {
    this.#past = [];
    this.#future = [];
    this.turn++;
    this.#become(rows);
  }

  undo(mark) {
    return this.#go(this.#past, this.#future, mark);
  }

  redo(mark) {
    return this.#go(this.#future, this.#past, mark);
  }

  #go(from, to, mark) {
    const step = from.pop();
    if (step === undefined) {
      return null;
    }
    to.push({ rows: this.rows, mark: step.mark ?? mark });
    this.#become(step.rows);
    return step;
  }

  #become(rows) {
    this.rows = rows;
    this.#places = null;
  }

  /** Puts texts into cells: `changes` are [id, column, text]. */
  write(changes, mark) {
    const next = this.#written(this.rows, changes);
    return this.step(next, mark);
  }

  #written(rows, changes) {
    let next = rows;
    for (const [id, column, text] of changes) {
      const at = this.place(id);
      if (at >= 0 && column < this.columns.length && (next[at].cells[column] ?? "") !== text) {
        next = next === rows ? [...rows] : next;
        next[at] = row(withCell(next[at].cells, column, text), id);
      }
    }
    return next;
  }

  /** Puts a block of texts at a row and column of those that are shown; what goes beyond the last row becomes new rows. */
  paste(block, shown, at, column, mark) {
    const width = this.columns.length;
    const changes = [];
    const added = [];
    block.forEach((texts, i) => {
      const fitting = texts.slice(0, Math.max(0, width - column));
      const onto = shown[at + i];
      if (onto !== undefined) {
        fitting.forEach((text, c) => changes.push([onto.id, column + c, text]));
      } else {
        const cells = [...Array(column).fill(""), ...fitting];
        added.push(row([...cells, ...Array(width - cells.length).fill("")]));
      }
    });
    const written = this.#written(this.rows, changes);
    const end = shown.length === 0 ? this.rows.length : this.place(shown[shown.length - 1].id) + 1;
    const next = added.length === 0 ? written : [...written.slice(0, end), ...added, ...written.slice(end)];
    return this.step(next, mark) ? added.map((each) => each.id) : [];
  }

  /** Puts new rows behind the row of that identity, or at the end. */
  insert(cells, behind, mark) {
    const rows = cells.map((each) => row(each));
    const place = behind === null ? this.rows.length : this.place(behind) + 1;
    this.step([...this.rows.slice(0, place), ...rows, ...this.rows.slice(place)], mark);
    return rows.map((each) => each.id);
  }

  empty() {
    return this.columns.map(() => "");
  }

  remove(ids, mark) {
    const gone = new Set(ids);
    this.step(this.rows.filter((each) => !gone.has(each.id)), mark);
  }

  /** Moves rows that stand side by side by one place. */
  move(ids, down, mark) {
    const places = ids.map((id) => this.place(id)).sort((a, b) => a - b);
    const first = places[0];
    const end = places[places.length - 1] + 1;
    if (first === undefined || end - first !== places.length || (down ? end >= this.rows.length : first <= 0)) {
      return false;
    }
    const rows = [...this.rows];
    const block = rows.splice(first, places.length);
    rows.splice(first + (down ? 1 : -1), 0, ...block);
    return this.step(rows, mark);
  }

  /** The distinct texts of a column, for a filter. */
  values(column, most) {
    const all = new Set();
    for (const each of this.rows) {
      if (!blank(each.cells)) {
        all.add(each.cells[column] ?? "");
      }
    }
    return [...all].filter((each) => each !== "").sort((a, b) => a.localeCompare(b)).slice(0, most);
  }
}
