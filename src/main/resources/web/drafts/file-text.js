// A file of a draft as text: saved as a whole after a pause, kept in the browser until it is, both shown where somebody else saved.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { CallProblem, send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { marked } from "./difference.js";
import { ofFile } from "./kept.js";
import { apart, changed, decoded, whole } from "./line-ends.js";
import { fileCall } from "./place.js";

const PAUSE = 800;
const AGAIN = 3000;
const UNSAVED = ["changed", "saving", "offline", "refused"];

export class FileText extends Part {
  static properties = {
    draft: {}, path: {}, digest: {}, line: { type: Number }, readonly: { type: Boolean },
    text: { state: true }, standing: { state: true }, failure: { state: true }, stale: { state: true }, told: { state: true },
  };

  willUpdate(changes) {
    if (changes.has("path") || changes.has("draft")) {
      this.kept = ofFile(this.draft, this.path);
      this.load();
    } else if (changes.has("readonly") && this.text !== undefined) {
      this.turned();
    } else if (changes.has("digest") && this.text !== undefined && this.digest !== this.tag && this.standing === "saved") {
      this.load();
      this.told = t("table.followed");
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.standing === "changed") {
      this.save();
    }
  }

  get address() {
    return fileCall(this.draft, this.path);
  }

  /** The file, mark and line ends and all. */
  get file() {
    return whole(this.parts);
  }

  set file(file) {
    this.parts = apart(file);
    this.text = this.parts.text;
  }

  /** Reads the file, unless somebody types meanwhile. */
  async load() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const answer = await send("GET", this.address);
      const file = textOf(await answer.arrayBuffer());
      if (turn === this.turn) {
        this.file = file;
        this.tag = answer.headers.get("ETag").replaceAll('"', "");
        this.standing = "saved";
        this.failure = null;
        this.restore(file);
      }
    } catch (problem) {
      if (turn === this.turn) {
        this.failure = problem;
      }
    }
  }

  /** Takes up what was typed and not saved; where nothing can be changed it waits. */
  restore(file) {
    const kept = this.kept.value;
    if (kept === null || kept.text === file) {
      return;
    }
    if (this.readonly) {
      this.told = t("table.kept-aside");
      return;
    }
    this.file = kept.text;
    this.tag = kept.tag;
    this.told = t("table.restored");
    this.typed(this.text);
  }

  /** It can be changed from now on, or not any more: then what is saved is shown, and nothing else. */
  turned() {
    if (this.readonly ? this.standing !== "saved" && !this.saving : this.kept.value !== null) {
      clearTimeout(this.timer);
      this.stale = null;
      this.load();
    }
  }

  typed(text) {
    this.turn++;
    this.parts = changed(this.parts, text);
    this.text = text;
    this.standing = "changed";
    this.keep();
    this.soon(PAUSE);
  }

  keep() {
    this.kept.value = { text: this.file, tag: this.tag };
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  async settle() {
    for (let i = 0; i < 3 && UNSAVED.includes(this.standing); i++) {
      await this.save();
    }
    if (this.standing !== undefined && this.standing !== "saved") {
      throw new Error(this.refusal || t("table.state.unsettled"));
    }
  }

  /** Saves, one save after the other: what is typed during one goes with the next. */
  async save() {
    clearTimeout(this.timer);
    if (this.readonly && !this.saving) {
      return;
    }
    this.saving ??= this.put().finally(() => this.rest());
    await this.saving;
  }

  rest() {
    this.saving = null;
    if (this.readonly) {
      this.turned();
    } else if (this.standing === "changed") {
      this.soon(PAUSE);
    }
  }

  async put() {
    const sent = this.file;
    this.refusal = "";
    if (this.kept.foreign) {
      this.refusal = t("kept.foreign");
      this.standing = "refused";
      return;
    }
    this.standing = "saving";
    try {
      const answer = await send("PUT", this.address, {
        body: sent, expected: [412],
        headers: { "Content-Type": "application/octet-stream", ...(this.tag ? { "If-Match": `"${this.tag}"` } : { "If-None-Match": "*" }) },
      });
      const said = await answer.json();
      if (answer.ok) {
        this.tag = said.files.find((each) => each.path === this.path)?.digest;
        this.stale = null;
        this.adopted(this.file === sent);
      } else {
        this.stale = said;
        this.standing = "conflict";
      }
    } catch (problem) {
      this.refusal = problem.message;
      this.standing = problem.kind === "offline" ? "offline" : "refused";
      if (problem.kind === "offline") {
        this.soon(AGAIN);
      }
    }
  }

  /** What was sent is saved; what was typed meanwhile is still to be. */
  adopted(all) {
    this.standing = all ? "saved" : "changed";
    if (all) {
      this.kept.value = null;
    } else {
      this.keep();
    }
  }

  /** Goes on from the state that somebody else has saved: with another file, or with theirs. */
  async take(file) {
    this.tag = this.stale.current;
    this.stale = null;
    if (file === null) {
      await this.forget();
    } else {
      this.file = file;
      this.typed(this.text);
    }
  }

  /** Gives up what is not saved. */
  async forget() {
    clearTimeout(this.timer);
    this.kept.value = null;
    this.told = "";
    await this.load();
  }

  render() {
    if (this.failure) {
      return problemState(this.failure, () => this.load());
    }
    if (this.text === undefined) {
      return state("loading");
    }
    return html`${this.stale ? this.both() : nothing}
      ${this.field()}
      <p role="status" class="table-foot ${this.standingNow}">${standing(this.standingNow, this.safe)}
        ${this.standing === "refused" ? html`${this.refusal}
          <button type="button" class="small" @click=${() => this.save()}>${t("state.retry")}</button>
          <button type="button" class="small" @click=${() => this.forget()}>${t("table.forget")}</button>` : nothing} ${this.told}</p>`;
  }

  /** Whether what is typed outlives this page. */
  get safe() {
    return this.kept.safe;
  }

  get standingNow() {
    return this.standing;
  }

  /** Where the text is changed. */
  field() {
    return html`<textarea class="file-text mono" aria-label=${t("file.text", { file: this.path })} rows="24" spellcheck="false" ?readonly=${this.readonly}
      .value=${this.text} @input=${(event) => this.typed(event.target.value)}></textarea>`;
  }

  both() {
    const { detail, merged, marked: shown } = this.stale;
    return html`<section class="conflicts" role="alert"><h4>${t("conflict.file")}</h4><p>${detail}</p>
      ${shown ? marked(shown, t("conflict.label")) : nothing}
      <p class="actions">${merged ? html`<button type="button" class="primary" @click=${() => this.take(merged)}>${t("conflict.take-both")}</button>` : nothing}
        <button type="button" @click=${() => this.take(this.file)}>${t("conflict.keep-mine")}</button>
        <button type="button" @click=${() => this.take(null)}>${t("conflict.take-theirs")}</button></p></section>`;
  }

  /** Puts the cursor into the line that an address names. */
  updated() {
    const input = this.querySelector("textarea");
    if (this.line > 0 && input !== null && this.wentTo !== `${this.path}:${this.line}`) {
      this.wentTo = `${this.path}:${this.line}`;
      const lines = this.text.split("\n");
      const start = lines.slice(0, this.line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      input.focus();
      input.setSelectionRange(start, start + (lines[this.line - 1] ?? "").length);
      input.scrollTop = (this.line - 4) * 20;
    }
  }
}

/** How it stands, in a sentence; what is not saved and not kept in the browser either needs this page. */
export function standing(now, safe) {
  const told = t(`table.state.${now}`);
  return safe || now === "saved" ? told : now === "offline" ? t("table.state.offline-unkept") : `${told} ${t("table.unkept")}`;
}

function textOf(bytes) {
  try {
    return decoded(bytes);
  } catch {
    throw new CallProblem("problem", t("file.not-text"));
  }
}

customElements.define("nw-file-text", FileText);
