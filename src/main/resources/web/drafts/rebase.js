// Where the base of a draft has moved: it is taken over, and where both have changed the same lines, somebody chooses.
import { Part, html, nothing } from "../shared/element.js";
import { call, send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";

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

class Rebase extends Part {
  static properties = {
    draft: { attribute: false }, rights: { attribute: false }, page: { attribute: false },
    conflicts: { state: true }, refusal: { state: true }, busy: { state: true }, chosen: { state: true },
  };

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

  take() {
    return this.guarded(async () => {
      await this.page.settled();
      const { draft, conflicts } = await call("POST", `${this.address}/rebase`, { json: {} });
      this.conflicts = conflicts.map((each) => ({ path: each.path, pieces: pieces(each.marked) }));
      this.chosen = new Map();
      if (conflicts.length === 0) {
        this.page.take(draft);
      }
    });
  }

  /** Saves what was chosen into the draft, and puts that onto the base as it is now. */
  finish() {
    return this.guarded(async () => {
      for (const each of this.conflicts) {
        const now = this.draft.files.find((file) => file.path === each.path);
        const lines = each.pieces.flatMap((piece, i) => (Array.isArray(piece) ? piece : CHOICES[this.chosen.get(`${each.path} ${i}`)](piece)));
        await send("PUT", `${this.address}/files/${each.path.split("/").map(encodeURIComponent).join("/")}`, {
          body: lines.join("\n"),
          headers: { "Content-Type": "application/octet-stream", ...(now ? { "If-Match": `"${now.digest}"` } : { "If-None-Match": "*" }) },
        });
      }
      const { draft } = await call("POST", `${this.address}/rebase`, { json: { keepMine: true } });
      this.conflicts = null;
      this.page.take(draft);
    });
  }

  render() {
    const { base } = this.draft;
    const open = (this.conflicts ?? []).flatMap((each) => each.pieces.map((piece, i) => (Array.isArray(piece) ? null : `${each.path} ${i}`))).filter((key) => key !== null);
    const ready = open.length > 0 && open.every((key) => this.chosen.has(key));
    return html`<section class="sheet moved" aria-labelledby="moved-title"><h3 id="moved-title">${t("rebase.title", { base: base.edition })}</h3>
      <p>${base.gone ? t("rebase.gone", { base: base.edition }) : t("rebase.text", { files: base.moved.join(", ") })}</p>
      ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
      ${(this.conflicts ?? []).map((each) => this.file(each))}
      ${base.gone || !this.rights.has("rebaseDraft") ? nothing : html`<p class="actions">${open.length > 0
        ? html`<button type="button" class="primary" ?disabled=${!ready || this.busy} @click=${this.finish}>${t("rebase.finish")}</button>`
        : html`<button type="button" class="primary" ?disabled=${this.busy} @click=${this.take}>${t("rebase.do")}</button>`}</p>`}</section>`;
  }

  file(each) {
    return html`<section><h4 class="mono">${plain(each.path)}</h4>${each.pieces.map((piece, i) => (Array.isArray(piece) ? nothing : this.conflict(each.path, piece, i)))}</section>`;
  }

  conflict(path, piece, i) {
    const key = `${path} ${i}`;
    const choose = (value) => {
      this.chosen = new Map(this.chosen).set(key, value);
    };
    const side = (name) => html`<div><h5>${t(`rebase.${name}`)}</h5><pre tabindex="0" role="region" aria-label=${t(`rebase.${name}`)}>${piece[name].map(plain).join("\n")}</pre></div>`;
    return html`<fieldset><legend>${t("rebase.choose")}</legend><div class="three">${side("base")}${side("mine")}${side("theirs")}</div>
      <div class="row">${Object.keys(CHOICES).map((value) => html`<label class="inline"><input type="radio" name=${key} .checked=${this.chosen.get(key) === value}
        @change=${() => choose(value)} />${t(`rebase.take.${value}`)}</label>`)}</div></fieldset>`;
  }
}

customElements.define("nw-draft-rebase", Rebase);
