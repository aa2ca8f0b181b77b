// A file of a draft as text: saved as a whole after a pause, kept in the browser until it is, both shown where somebody else saved.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { send } from "../shared/calls.js";
import { recall, remember } from "../shared/store.js";
import { t } from "../shared/texts.js";
import { marked } from "./difference.js";

const PAUSE = 800;

export class FileText extends Part {
  static properties = {
    draft: {}, path: {}, digest: {}, line: { type: Number }, readonly: { type: Boolean },
    text: { state: true }, standing: { state: true }, failure: { state: true }, stale: { state: true }, told: { state: true },
  };

  willUpdate(changes) {
    if (changes.has("path") || changes.has("draft")) {
      this.load();
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
    return `/v1/drafts/${encodeURIComponent(this.draft)}/files/${this.path.split("/").map(encodeURIComponent).join("/")}`;
  }

  get key() {
    return `draft.${this.draft}.${this.path}`;
  }

  async load() {
    try {
      const answer = await send("GET", this.address);
      this.text = await answer.text();
      this.tag = answer.headers.get("ETag").replaceAll('"', "");
      this.standing = "saved";
      this.failure = null;
      const kept = recall(this.key);
      if (kept !== null && kept.text !== this.text) {
        this.text = kept.text;
        this.tag = kept.tag;
        this.told = t("table.restored");
        this.typed(kept.text);
      }
    } catch (problem) {
      this.failure = problem;
    }
  }

  typed(text) {
    this.text = text;
    this.standing = "changed";
    remember(this.key, { text, tag: this.tag });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  async settle() {
    if (this.standing === "changed") {
      await this.save();
    }
    if (this.standing !== "saved") {
      throw new Error(t("table.state.unsettled"));
    }
  }

  async save() {
    clearTimeout(this.timer);
    const sent = this.text;
    this.standing = "saving";
    try {
      const answer = await send("PUT", this.address, {
        body: sent, expected: [412],
        headers: { "Content-Type": "application/octet-stream", "If-Match": `"${this.tag}"` },
      });
      const said = await answer.json();
      if (answer.ok) {
        this.tag = said.files.find((each) => each.path === this.path).digest;
        this.standing = this.text === sent ? "saved" : "changed";
        this.stale = null;
        remember(this.key, this.text === sent ? null : { text: this.text, tag: this.tag });
      } else {
        this.stale = said;
        this.standing = "conflict";
      }
    } catch (problem) {
      this.refusal = problem.message;
      this.standing = problem.kind === "offline" ? "offline" : "refused";
      if (problem.kind === "offline") {
        this.timer = setTimeout(() => this.save(), 3000);
      }
    }
  }

  /** Goes on from the state that somebody else has saved: with both changes, with this text, or with theirs. */
  async take(text) {
    this.tag = this.stale.current;
    this.stale = null;
    if (text === null) {
      remember(this.key, null);
      await this.load();
    } else {
      this.typed(text);
    }
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
      <p role="status" class="table-foot ${this.standingNow}">${t(`table.state.${this.standingNow}`)} ${this.standing === "refused" ? this.refusal : nothing} ${this.told}</p>`;
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
        <button type="button" @click=${() => this.take(this.text)}>${t("conflict.keep-mine")}</button>
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

customElements.define("nw-file-text", FileText);
