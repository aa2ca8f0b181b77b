// A rule of a draft as a form and as text: two views of the same, with what it says in plain words above both.
import { html, nothing, state } from "../shared/element.js";
import { has, t } from "../shared/texts.js";
import { recall, remember } from "../shared/store.js";
import { plain } from "../shared/harmless.js";
import { FileText } from "./file-text.js";
import { Kept } from "./kept.js";
import { lints } from "./lint.js";
import { atFields, beginning, refused, Turns } from "./rule-forms.js";
import { words } from "./rule-words.js";
import "./rule-code.js";
import "./rule-form.js";

const PAUSE = 300;
const VIEWS = ["form", "text"];

class RuleEditor extends FileText {
  static properties = {
    view: { state: true }, form: { state: true }, reading: { state: true }, refusal: { state: true },
    unshown: { state: true }, words: { state: true }, lint: { state: true }, means: { state: true }, problems: { state: true },
    writing: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.view = this.line > 0 ? "text" : recall("rule.view", "form");
    this.problems = [];
    this.lint = [];
    this.turns = new Turns(this.draft);
    this.keptForm = new Kept(`rule.form.${this.draft}.${this.path}`);
    words(this.draft).then((all) => (this.words = all), () => {});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.reads);
    if (this.writing && !this.readonly) {
      this.write().then(() => this.standing === "changed" && this.save());
    }
  }

  /** A form that is not written yet is not given up for what somebody else saved: both are shown once it is. */
  async load() {
    if (this.writing && this.text !== undefined) {
      return;
    }
    await super.load();
    if (!this.failure) {
      this.look(0);
    }
  }

  async take(file) {
    this.writing = false;
    await super.take(file);
  }

  async forget() {
    this.writing = false;
    this.keptForm.value = null;
    await super.forget();
  }

  turned() {
    if (this.readonly && this.writing) {
      this.writing = false;
      this.told = t("table.kept-aside");
    }
    this.look(0);
    super.turned();
  }

  get safe() {
    return super.safe && this.keptForm.safe;
  }

  get standingNow() {
    return this.writing && this.standing === "saved" ? (this.problems.length > 0 ? "unwritten" : "changed") : this.standing;
  }

  /** A text that somebody typed, or that a form wrote. */
  typed(text, byForm = false) {
    super.typed(text);
    if (!byForm) {
      this.writing = false;
      this.look(PAUSE);
    }
  }

  byText(text) {
    this.keptForm.value = null;
    this.typed(text);
  }

  /** Reads the text into a form and lints it, once nobody has typed for a while. */
  look(pause) {
    clearTimeout(this.reads);
    clearTimeout(this.writes);
    this.turns.forget();
    this.reads = setTimeout(() => {
      this.read();
      this.inspect();
    }, pause);
  }

  async read() {
    const text = this.text;
    const kept = this.keptForm.value;
    if (kept?.text === text && !this.readonly) {
      this.changed(kept.form);
      return;
    }
    if (text.trim() === "") {
      Object.assign(this, { unshown: null, form: null, reading: null, problems: [] });
      return;
    }
    try {
      const answer = await this.turns.read(text);
      if (answer !== null && text === this.text) {
        Object.assign(this, { unshown: null, form: answer.form, reading: answer, problems: answer.problems });
      }
    } catch (problem) {
      if (text === this.text) {
        Object.assign(this, { unshown: problem, form: null, reading: null, problems: [] });
        this.again(problem, () => this.read(), "reads");
      }
    }
  }

  /** Asks again where the service did not answer. */
  again(problem, what, timer) {
    if (problem.kind === "offline" && this.isConnected) {
      this[timer] = setTimeout(what, 3000);
    }
  }

  async inspect() {
    const text = this.text;
    const found = await lints(this.draft, this.path, text);
    if (found && text === this.text) {
      this.lint = found.filter((each) => each.file === this.path || each.file.endsWith(`/${this.path}`));
      this.querySelector("nw-rule-code")?.show(this.lint.filter((each) => each.line > 0), text);
    }
  }

  /** A form that somebody changed: it is shown at once, and its text follows. */
  changed(form) {
    this.form = form;
    clearTimeout(this.reads);
    clearTimeout(this.writes);
    this.turns.forget();
    this.writing = true;
    this.keptForm.value = { text: this.text, form };
    this.writes = setTimeout(() => this.write(), PAUSE / 2);
  }

  async write() {
    clearTimeout(this.writes);
    const form = this.form;
    try {
      const answer = await this.turns.write(form);
      if (answer !== null && form === this.form) {
        Object.assign(this, { reading: answer, problems: answer.problems, unshown: null, writing: false });
        this.keptForm.value = null;
        if (answer.text !== this.text) {
          this.typed(answer.text, true);
        }
        await this.inspect();
      }
    } catch (problem) {
      if (form === this.form) {
        this.problems = refused(problem);
        this.lint = [];
        this.reading = null;
        this.again(problem, () => this.write(), "writes");
      }
    }
  }

  async settle() {
    if (this.writing) {
      await this.write();
      if (this.writing) {
        throw new Error(t("rule.unwritten"));
      }
    }
    await super.settle();
  }

  async begin() {
    this.view = "form";
    this.changed(beginning(this.path));
    await this.write();
  }

  choose(view) {
    this.view = view;
    remember("rule.view", view);
  }

  tabKeys(event) {
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      event.preventDefault();
      const next = event.key === "Home" ? "form" : event.key === "End" ? "text" : this.shown === "form" ? "text" : "form";
      this.choose(next);
      this.updateComplete.then(() => this.querySelector(`#rule-tab-${this.view}`).focus());
    }
  }

  /** What is shown: the text where a form cannot show it. */
  get shown() {
    return this.unshown ? "text" : this.view;
  }

  field() {
    return html`${this.inWords()}
      <div role="tablist" aria-label=${t("rule.views")} @keydown=${this.tabKeys}>${VIEWS.map((each) => html`<button type="button" role="tab" id="rule-tab-${each}"
        aria-selected=${this.shown === each ? "true" : "false"} aria-controls="rule-panel-${each}" tabindex=${this.shown === each ? "0" : "-1"}
        ?disabled=${each === "form" && !!this.unshown} @click=${() => this.choose(each)}>${t(`rule.view.${each}`)}</button>`)}</div>
      ${this.unshown ? html`<div class="note warning" role="status"><p><b>${t("rule.unshown")}</b> ${plain(this.unshown.kind === "offline" ? t("state.offline") : this.unshown.message)}</p></div>` : nothing}
      <div role="tabpanel" id="rule-panel-form" aria-labelledby="rule-tab-form" ?hidden=${this.shown !== "form"}>${this.shown === "form" ? this.asForm() : nothing}</div>
      <div role="tabpanel" id="rule-panel-text" aria-labelledby="rule-tab-text" ?hidden=${this.shown !== "text"}>${this.asText()}</div>`;
  }

  /** When the rule is violated, in plain words. */
  inWords() {
    const all = this.reading?.words ?? [];
    return html`<section class="rule-words" aria-labelledby="rule-words-title"><h4 id="rule-words-title">${t("rule.words")}</h4>
      ${all.length > 0 ? html`<ul>${all.map((each) => html`<li>${plain(each)}</li>`)}</ul>`
        : html`<p class="hint">${t(this.unshown ? "rule.words.text" : this.text.trim() === "" ? "rule.words.empty" : "rule.words.none")}</p>`}</section>`;
  }

  asForm() {
    if (!this.form) {
      return this.text.trim() !== "" ? state("loading")
        : html`<div class="state"><p>${t("rule.empty")}</p>${this.readonly ? nothing
          : html`<button type="button" class="primary" @click=${this.begin}>${t("rule.begin")}</button>`}</div>`;
    }
    const found = this.reading && this.reading.text === this.text ? atFields(this.lint, this.reading.places) : this.lint.map((each) => ({ ...each, field: "" }));
    const own = this.problems.map((each) => ({ ...each, severity: "error" }));
    const all = [...own, ...found.filter((each) => !own.some((one) => one.message === each.said))];
    return html`${this.reading?.relaidLine > 0 && !this.readonly ? html`<p class="hint">${t("rule.relaid", { line: this.reading.relaidLine })}</p>` : nothing}
      <nw-rule-form .form=${this.form} .words=${this.words} .problems=${all} ?readonly=${this.readonly} @nw-form=${(event) => this.changed(event.detail)}></nw-rule-form>`;
  }

  asText() {
    return html`<nw-rule-code .label=${t("file.text", { file: this.path })} .words=${this.words} .locked=${this.readonly} .value=${this.text}
        @nw-code=${(event) => this.byText(event.detail)} @nw-means=${(event) => (this.means = event.detail)}></nw-rule-code>
      <p class="hint rule-means" role="status">${this.means ? html`${this.means.title ? html`<b class="mono">${plain(this.means.title)}</b>` : t(`severity.${this.means.severity}`)} ${plain(this.means.says)}` : t("rule.keys")}</p>
      ${this.lint.length > 0 ? html`<ul class="rule-lint" aria-label=${t("lint.title")}>${this.lint.map((each) => html`<li class="note ${each.severity}">
        <span class="badge ${each.severity === "error" ? "error" : "warning"}">${has(`severity.${each.severity}`) ? t(`severity.${each.severity}`) : each.severity}</span>
        ${each.line > 0 ? html`<button type="button" class="small quiet" @click=${() => this.querySelector("nw-rule-code").reveal(each.line)}>${t("rule.line", { line: each.line })}</button>` : nothing}
        ${plain(each.message)} ${plain(each.wayOut ?? "")}</li>`)}</ul>` : nothing}`;
  }

  /** Leads into the line that an address names. */
  updated(changes) {
    if (changes.has("readonly") || changes.has("lint")) {
      this.querySelector("nw-rule-code")?.show(this.lint.filter((each) => each.line > 0), this.text);
    }
    if (this.line > 0 && this.text !== undefined && this.wentTo !== `${this.path}:${this.line}`) {
      this.wentTo = `${this.path}:${this.line}`;
      this.view = "text";
      this.updateComplete.then(() => this.querySelector("nw-rule-code")?.reveal(this.line));
    }
  }
}

customElements.define("nw-rule-editor", RuleEditor);
