// One table of a draft between the page and the service: read, saved by rows, merged with what others save, kept if it cannot be.
import { call, send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { operations, saying } from "./grid/changes.js";
import { merge } from "./grid/merge.js";
import { Model } from "./grid/model.js";
import { row, withCell } from "./grid/rows.js";
import { ofFile } from "./kept.js";
import { isFinal } from "./place.js";

const PAUSE = 600;
const AGAIN = 3000;

export class TableFile {
  /** How it stands: saved, changed, saving, conflict, offline or refused (then `refusal` says why). */
  state = "saved";
  refusal = "";
  conflicts = [];
  model = null;
  saved = [];
  digest = null;
  readonly = false;
  #kept;
  #timer = 0;
  #busy = false;
  #saving = null;
  #wanted = null;
  #ended = false;

  constructor(draft, path, { changed, said }) {
    this.draft = draft;
    this.path = path;
    this.changed = changed;
    this.said = said;
    this.#kept = ofFile(draft, path);
  }

  /** Whether what is typed outlives this page. */
  get safe() {
    return this.#kept.safe;
  }

  get address() {
    return `/v1/drafts/${encodeURIComponent(this.draft)}/tables/${encodeURIComponent(this.path.replace(/^tables\//, ""))}`;
  }

  get dirty() {
    return operations(this.model.columns, this.saved, this.model.rows).length > 0;
  }

  async load() {
    this.#take(await call("GET", this.address));
    this.#restore();
    this.changed();
  }

  #take(table) {
    this.saved = table.rows.map((each) => ({ ...each, id: row([]).id }));
    this.digest = table.digest;
    this.model = new Model(table.columns, this.saved.map((each) => row(each.cells, each.id)));
  }

  /** It can be changed from now on, or not any more: then what is saved is shown, and what is not stays in the browser. */
  async lock(readonly) {
    if (this.readonly === readonly) {
      return;
    }
    this.readonly = readonly;
    clearTimeout(this.#timer);
    await this.#saving;
    if (this.readonly === readonly && this.model !== null && (readonly ? this.state !== "saved" : this.#kept.value !== null)) {
      clearTimeout(this.#timer);
      this.conflicts = [];
      this.state = "saved";
      await this.load();
    }
  }

  /** Takes up what was typed and not saved, before the page was left; where nothing can be changed it waits. */
  #restore() {
    const kept = this.#kept.value;
    if (kept === null || !Array.isArray(kept.rows)) {
      return;
    }
    if (this.readonly) {
      this.said("kept-aside");
      return;
    }
    const now = this.saved;
    const before = kept.saved.map((each) => ({ ...each, id: row([]).id }));
    const ids = new Map(before.map((each) => [each.row, each.id]));
    const typed = kept.rows.map(([number, cells]) => row(cells, ids.get(number) ?? row([]).id));
    if (kept.cell && typed[kept.cell.at] !== undefined) {
      const at = kept.cell.at;
      typed[at] = row(withCell(typed[at].cells, kept.cell.column, kept.cell.text), typed[at].id);
    }
    const merged = merge(before, typed, now);
    this.saved = merged.saved;
    this.model.replace(merged.rows);
    this.conflicts = merged.conflicts;
    if (this.dirty || this.conflicts.length > 0) {
      this.state = this.conflicts.length > 0 ? "conflict" : "changed";
      this.said("restored");
      this.#soon();
    } else {
      this.#kept.value = null;
    }
  }

  /** Keeps in the browser what is not saved yet, so that conflicts are met again; `cell` is what is being typed. */
  keep(cell = null) {
    const open = new Map(this.conflicts.map((each) => [each.id, each]));
    const saved = this.saved.map(({ id, row: number, hash, cells }) =>
      open.has(id) ? { id, row: number, hash: "", cells: open.get(id).base } : { id, row: number, hash, cells });
    this.conflicts.filter((each) => each.theirs === null).forEach((each, i) =>
      saved.push({ id: each.id, row: -1 - i, hash: "", cells: each.base }));
    const numbers = new Map(saved.map((each) => [each.id, each.row]));
    this.#kept.value = {
      saved,
      rows: this.model.rows.map((each) => [numbers.get(each.id) ?? null, each.cells]),
      cell: cell === null ? null : { ...cell, at: this.model.place(cell.id) },
    };
  }

  /** After a change of the model: kept at once, saved in a moment. */
  touched() {
    if (this.conflicts.length === 0) {
      this.state = "changed";
    }
    this.keep();
    this.#soon();
    this.changed();
  }

  #soon(pause = PAUSE) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), pause);
  }

  /** Saves now, and says so where that cannot be. */
  async settle() {
    for (let i = 0; i < 3 && this.state !== "saved"; i++) {
      await (this.#saving ?? this.save());
    }
    if (this.state !== "saved") {
      throw new Error(this.refusal || t("table.state.unsettled"));
    }
  }

  /** Gives up what is not saved. */
  async forget() {
    clearTimeout(this.#timer);
    this.#kept.value = null;
    this.conflicts = [];
    this.state = "saved";
    await this.load();
  }

  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    if (this.state === "changed") {
      this.save();
    }
  }

  async save() {
    clearTimeout(this.#timer);
    if (this.readonly) {
      return;
    }
    if (this.#busy) {
      this.#soon();
      return;
    }
    this.#saving = this.#save();
    await this.#saving;
    this.#saving = null;
    this.#followOn();
  }

  async #save() {
    if (this.conflicts.length > 0) {
      return;
    }
    const sent = saying(this.model.rows);
    const changes = operations(this.model.columns, this.saved, sent);
    this.refusal = "";
    if (changes.length === 0) {
      this.state = "saved";
      this.#kept.value = null;
      this.changed();
      return;
    }
    if (this.#kept.foreign) {
      this.state = "refused";
      this.refusal = t("kept.foreign");
      this.changed();
      return;
    }
    this.#busy = true;
    this.state = "saving";
    this.changed();
    try {
      const answer = await send("PATCH", this.address, {
        json: { operations: changes },
        headers: { "If-Match": `"${this.digest}"` },
        expected: [409, 412],
      });
      if (answer.ok) {
        this.#adopt(await answer.json(), sent);
      } else {
        await this.#meet((await answer.json()).detail);
      }
    } catch (problem) {
      this.state = problem.kind === "offline" ? "offline" : "refused";
      this.refusal = problem.message;
      if (problem.kind === "offline") {
        this.#soon(AGAIN);
      }
    } finally {
      this.#busy = false;
    }
    this.changed();
  }

  /** What was sent is what is saved; what was typed meanwhile is still to be. */
  #adopt(table, sent) {
    this.saved = table.rows.map((each, i) => ({ ...each, id: sent[i].id }));
    this.digest = table.digest;
    if (this.dirty) {
      this.state = "changed";
      this.keep();
      this.#soon();
    } else {
      this.state = "saved";
      this.#kept.value = null;
    }
  }

  /** Somebody else has changed the table: both are put together, and where that cannot be, somebody has to choose. */
  async #meet(detail) {
    const table = await call("GET", this.address);
    if (table.digest === this.digest) {
      this.state = "refused";
      this.refusal = detail;
      return;
    }
    this.#merge(table);
    this.keep();
    if (this.conflicts.length === 0) {
      this.said("merged");
      this.state = "changed";
      this.#soon(0);
    }
  }

  #merge(table) {
    const merged = merge(this.saved, this.model.rows, table.rows);
    this.digest = table.digest;
    this.saved = merged.saved;
    if (table.columns.join("\n") === this.model.columns.join("\n")) {
      this.model.replace(merged.rows);
    } else {
      this.model = new Model(table.columns, merged.rows);
    }
    this.conflicts = merged.conflicts;
    this.state = this.conflicts.length > 0 ? "conflict" : this.state;
  }

  /** Follows what others save while nothing is being saved from here. */
  async follow(digest) {
    if (this.model === null || digest === this.digest || this.conflicts.length > 0) {
      return;
    }
    if (this.#busy) {
      this.#wanted = digest;
      return;
    }
    this.#busy = true;
    try {
      const table = await call("GET", this.address);
      if (table.digest !== this.digest) {
        this.#merge(table);
        this.said(this.conflicts.length > 0 ? "state.conflict" : "followed");
        if (this.dirty || this.conflicts.length > 0) {
          this.keep();
          this.#soon();
        }
      }
    } catch (problem) {
      if (!isFinal(problem) && !this.#ended) {
        setTimeout(() => this.follow(digest), AGAIN);
      }
    } finally {
      this.#busy = false;
    }
    this.changed();
    this.#followOn();
  }

  /** Follows what was saved while something else was under way. */
  #followOn() {
    const digest = this.#wanted;
    this.#wanted = null;
    if (digest !== null) {
      this.follow(digest);
    }
  }

  /** Decides a conflict. */
  choose(conflict, theirs) {
    this.conflicts = this.conflicts.filter((each) => each !== conflict);
    const there = this.model.place(conflict.id) >= 0;
    if (theirs && conflict.theirs === null) {
      this.model.remove([conflict.id], null);
    } else if (theirs && there) {
      this.model.write(this.model.columns.map((name, c) => [conflict.id, c, conflict.theirs[c] ?? ""]), null);
    } else if (theirs) {
      const at = this.saved.findIndex((each) => each.id === conflict.id);
      const behind = this.saved.slice(0, at).reverse().find((each) => this.model.place(each.id) >= 0);
      const place = behind === undefined ? 0 : this.model.place(behind.id) + 1;
      const { rows } = this.model;
      this.model.step([...rows.slice(0, place), row(conflict.theirs, conflict.id), ...rows.slice(place)], null);
    }
    if (this.conflicts.length === 0) {
      this.touched();
    } else {
      this.keep();
      this.changed();
    }
  }
}
