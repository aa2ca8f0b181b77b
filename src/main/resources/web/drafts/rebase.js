// Where the base of a draft has moved: it is taken over, and where both have changed the same lines, somebody chooses.
import { Part, html, nothing } from "../shared/element.js";
import { call, send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { fileCall } from "./place.js";

/** The pieces of a text with the marks of a merge: texts, and conflicts `{mine, base, theirs}`. */
export function pieces(marked) {
  const all = [];
  let text = [];
  let conflict = null;
  let side = null;
  for (const line of marked.split("\n")) {
    if (conflict === null && line.startsWith("<<<<<<< ")) {
      all.push(text);
      text = [];
      conflict = { mine: [], base: [], theirs: [] };
      side = "mine";
    } else if (conflict !== null && side === "mine" && line === "||||||| base") {
      side = "base";
    } else if (conflict !== null && side === "base" && line === "=======") {
      side = "theirs";
    } else if (conflict !== null && side === "theirs" && line.startsWith(">>>>>>> ")) {
      all.push(conflict);
      conflict = null;
    } else if (conflict !== null) {
      conflict[side].push(line);
    } else {
      text.push(line);
    }
  }
  all.push(text);
  return all;
}

const CHOICES = { mine: (each) => each.mine, theirs: (each) => each.theirs, both: (each) => [...each.theirs, ...each.mine] };
const lines = (text) => (text === null ? null : text.split("\n"));

/**
 * What a file is about which somebody has to choose. Where one side has deleted it, the choice is between all of it and
 * nothing, told as null.
 */
function open(path, { base = null, draft: mine = null, now: theirs = null, marked }, tag) {
  const whole = mine === null || theirs === null;
  return { path, tag, mine, theirs, pieces: whole ? [{ mine: lines(mine), base: lines(base), theirs: lines(theirs) }] : pieces(marked) };
}

class Rebase extends Part {
  static properties = {
    draft: { attribute: false }, rights: { attribute: false }, page: { attribute: false },
    conflicts: { state: true }, refusal: { state: true }, busy: { state: true }, chosen: { state: true },
  };

  willUpdate() {
    if (this.of !== this.draft.name) {
      this.of = this.draft.name;
      this.conflicts = null;
    }
  }

  get address() {
    return `/v1/drafts/${encodeURIComponent(this.draft.name)}`;
  }

  async guarded(does) {
    this.busy = true;
    this.refusal = null;
    try {
      await does();
    } catch (problem) {
      this.refusal = problem.message;
    } finally {
      this.busy = false;
    }
  }

  states(path) {
    return call("GET", `${this.address}/versions/${path.split("/").map(encodeURIComponent).join("/")}`);
  }

  take() {
    return this.guarded(() => this.merge());
  }

  /** Merges what can be, and shows the rest as it is now. */
  async merge() {
    await this.page.settled();
    const { draft, conflicts } = await call("POST", `${this.address}/rebase`, { json: {} });
    await this.show(draft, conflicts);
  }

  async show(draft, conflicts) {
    const tags = new Map(draft.files.map((each) => [each.path, each.digest]));
    const found = await Promise.all(conflicts.map(async ({ path }) => open(path, await this.states(path), tags.get(path))));
    this.chosen = new Map();
    this.conflicts = found.length > 0 ? found : null;
    if (found.length === 0) {
      this.page.take(draft);
    }
  }

  /**
   * Saves what was chosen into the draft, and puts that onto the base as it is now. What was chosen is about the states that
   * were shown: where one of them is another by now, nothing of it is lost, and somebody chooses anew.
   */
  finish() {
    return this.guarded(async () => {
      await this.page.settled();
      for (const each of this.conflicts) {
        if (((await this.states(each.path)).now ?? null) !== each.theirs) {
          return this.anew(t("rebase.again", { file: each.path }));
        }
      }
      for (const each of this.conflicts) {
        if (!(await this.save(each, this.file(each)))) {
          return this.anew(t("rebase.again", { file: each.path }));
        }
      }
      const decided = new Set(this.conflicts.map((each) => each.path));
      let { draft, conflicts } = await call("POST", `${this.address}/rebase`, { json: {} });
      if (conflicts.some(({ path }) => !decided.has(path))) {
        return this.show(draft, conflicts);
      }
      if (conflicts.length > 0) {
        ({ draft } = await call("POST", `${this.address}/rebase`, { json: { keepMine: true } }));
      }
      this.conflicts = null;
      this.page.take(draft);
    });
  }

  /** Shows the states as they are now, and why. */
  async anew(why) {
    await this.merge();
    this.refusal = why;
  }

  /** The file as it was chosen; null where it is to be deleted. */
  file({ path, pieces: all }) {
    const chosen = all.map((piece, i) => (Array.isArray(piece) ? piece : CHOICES[this.chosen.get(`${path} ${i}`)](piece)));
    return chosen.includes(null) ? null : chosen.flat().join("\n");
  }

  /** Saves a file as it was chosen, null to delete it; tells whether it was still as it was shown. */
  async save({ path, tag, mine }, file) {
    if (file === mine) {
      return true;
    }
    const state = tag === undefined ? { "If-None-Match": "*" } : { "If-Match": `"${tag}"` };
    const answer = await (file === null
      ? send("DELETE", fileCall(this.draft.name, path), { headers: state, expected: [404, 412] })
      : send("PUT", fileCall(this.draft.name, path), { body: file, headers: { "Content-Type": "application/octet-stream", ...state }, expected: [412] }));
    return answer.ok;
  }

  render() {
    const { base } = this.draft;
    const asked = (this.conflicts ?? []).flatMap((each) => each.pieces.map((piece, i) => (Array.isArray(piece) ? null : `${each.path} ${i}`))).filter((key) => key !== null);
    const ready = asked.length > 0 && asked.every((key) => this.chosen.has(key));
    return html`<section class="sheet moved" aria-labelledby="moved-title"><h3 id="moved-title">${t("rebase.title", { base: base.edition })}</h3>
      <p>${base.gone ? t("rebase.gone", { base: base.edition }) : t("rebase.text", { files: base.moved.join(", ") })}</p>
      ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
      ${(this.conflicts ?? []).map((each) => this.section(each))}
      ${base.gone || !this.rights.has("rebaseDraft") ? nothing : html`<p class="actions">${asked.length > 0
        ? html`<button type="button" class="primary" ?disabled=${!ready || this.busy} @click=${this.finish}>${t("rebase.finish")}</button>`
        : html`<button type="button" class="primary" ?disabled=${this.busy} @click=${this.take}>${t("rebase.do")}</button>`}</p>`}</section>`;
  }

  section(each) {
    return html`<section><h4 class="mono">${plain(each.path)}</h4>${each.pieces.map((piece, i) => (Array.isArray(piece) ? nothing : this.conflict(each.path, piece, i)))}</section>`;
  }

  conflict(path, piece, i) {
    const key = `${path} ${i}`;
    const choose = (value) => {
      this.chosen = new Map(this.chosen).set(key, value);
    };
    const values = Object.keys(CHOICES).filter((value) => value !== "both" || (piece.mine !== null && piece.theirs !== null));
    const side = (name) => html`<div><h5>${t(`rebase.${name}`)}</h5><pre tabindex="0" role="region" aria-label=${t(`rebase.${name}`)}>${piece[name]?.map(plain).join("\n") ?? t("rebase.deleted")}</pre></div>`;
    return html`<fieldset><legend>${t("rebase.choose")}</legend><div class="three">${side("base")}${side("mine")}${side("theirs")}</div>
      <div class="row">${values.map((value) => html`<label class="inline"><input type="radio" name=${key} .checked=${this.chosen.get(key) === value}
        @change=${() => choose(value)} />${t(`rebase.take.${value}`)}</label>`)}</div></fieldset>`;
  }
}

customElements.define("nw-draft-rebase", Rebase);
