// One draft: how far it has come, its files, what it changes, what it would do, and what was said of it.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call, follow } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { BADGES } from "./list.js";
import { addressOf, isFinal, open } from "./place.js";
import { rights } from "./rights.js";
import { seen } from "./seen.js";
import "./difference.js";
import "./effect.js";
import "./file.js";
import "./files.js";
import "./life.js";
import "./rebase.js";
import "./remarks.js";

const VIEWS = ["files", "difference", "review"];
const AGAIN = 1500;
const TITLE = document.title;

class DraftPage extends Part {
  static properties = {
    name: {}, place: { attribute: false },
    draft: { state: true }, failure: { state: true }, difference: { state: true }, checks: { state: true }, rights: { state: true },
    edition: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    rights().then((all) => (this.rights = all));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end?.();
    this.compared = null;
    document.title = TITLE;
  }

  willUpdate(changes) {
    if (changes.has("name")) {
      this.begin();
    }
  }

  get address() {
    return `/v1/drafts/${encodeURIComponent(this.name)}`;
  }

  begin() {
    this.end?.();
    this.draft = null;
    this.checks = null;
    this.difference = null;
    this.compared = null;
    this.end = follow(this.address, (draft) => this.take(draft), {
      failed: (problem) => {
        if (!this.draft || problem.kind !== "offline") {
          this.failure = problem;
        }
        if (isFinal(problem)) {
          this.end?.();
        }
      },
    });
  }

  take(draft) {
    this.failure = null;
    if (this.editionOf !== draft.base.edition) {
      this.editionOf = draft.base.edition;
      this.edition = [];
      if (/^\d/.test(this.editionOf)) {
        call("GET", `/v1/playbooks/${encodeURIComponent(this.editionOf)}`).then((answer) => (this.edition = answer.files ?? []), () => {});
      }
    }
    this.draft = draft;
    document.title = `${plain(draft.title)} · ${TITLE}`;
    const now = `${draft.name} ${draft.digest} ${draft.base.digest}`;
    if (now !== this.compared) {
      this.compare(now);
    }
  }

  /** Asks how the draft differs from its base until the answer is about the draft that is shown; a late one about another is none. */
  async compare(now) {
    this.compared = now;
    try {
      const answer = await call("GET", `${this.address}/difference`);
      if (now !== this.compared) {
        return;
      }
      this.difference = answer;
      if (answer.digest === this.draft.digest) {
        return;
      }
    } catch (problem) {
      if (isFinal(problem)) {
        this.compared = now === this.compared ? null : this.compared;
        return;
      }
    }
    setTimeout(async () => {
      await seen();
      if (now === this.compared) {
        this.compare(now);
      }
    }, AGAIN);
  }

  /** What is typed goes to the service before anything is decided about the draft. */
  async settled() {
    const kept = this.querySelector("nw-draft-file");
    await kept?.settle();
    const draft = await call("GET", this.address);
    this.take(draft);
    return draft;
  }

  render() {
    const { draft } = this;
    if (this.failure && !draft) {
      return html`${this.back()}${problemState(this.failure, () => this.begin())}`;
    }
    if (!draft || !this.rights) {
      return state("loading");
    }
    const { view } = this.place;
    const readonly = draft.state !== "editing" || !this.rights.has("changeDraftTable");
    return html`
      ${this.back()}
      <header class="draft-head"><h2>${plain(draft.title)} <span class="badge ${BADGES[draft.state] ?? ""}">${t(`draft.${draft.state}`)}</span></h2>
        <p class="hint"><span class="mono">${plain(draft.name)}</span> · ${t("draft.of", { base: draft.base.edition })}
          · ${t("draft.by", { who: plain(draft.author.name), when: instant(draft.created) })}</p></header>
      ${this.failure ? problemState(this.failure, () => this.begin()) : nothing}
      <nw-draft-life .draft=${draft} .checks=${this.checks} .difference=${this.difference} .rights=${this.rights} .page=${this}></nw-draft-life>
      ${draft.base.moved.length > 0 || draft.base.gone ? html`<nw-draft-rebase .draft=${draft} .rights=${this.rights} .page=${this}></nw-draft-rebase>` : nothing}
      <nav class="views" aria-label=${t("draft.views")}>${VIEWS.map((each) => this.link(each, view))}</nav>
      <div class="draft-body">
        <div class="draft-main">${this.main(view, readonly)}</div>
        <nw-draft-effect .draft=${draft} .rights=${this.rights} @nw-checks=${(event) => (this.checks = event.detail)}></nw-draft-effect>
      </div>`;
  }

  back() {
    return html`<p class="back"><a href="/drafts" @click=${(event) => open(event, "/drafts")}>← ${t("draft.all")}</a></p>`;
  }

  link(each, view) {
    const address = addressOf({ draft: this.name, view: each, file: each === "files" ? this.place.file : null });
    const count = each === "difference" ? this.difference?.files.length : each === "review" ? this.draft.comments.length + this.draft.approvals.length : 0;
    return html`<a href=${address} aria-current=${each === view ? "page" : nothing} @click=${(event) => open(event, address)}>${t(`view.${each}`)}
      ${count > 0 ? html`<span class="badge">${count}</span>` : nothing}</a>`;
  }

  main(view, readonly) {
    const { draft, place } = this;
    if (view === "difference") {
      return html`<nw-draft-difference .difference=${this.difference} .digest=${draft.digest}></nw-draft-difference>`;
    }
    if (view === "review") {
      return html`<nw-draft-remarks .draft=${draft} .rights=${this.rights} .page=${this}></nw-draft-remarks>`;
    }
    const file = place.file ?? this.first();
    const own = new Set([...draft.files.map((each) => each.path), ...draft.deleted]);
    const inherited = (this.edition ?? []).filter((path) => !own.has(path));
    return html`<div class="draft-files">
      <nw-draft-files .draft=${draft} .shown=${file} .lint=${this.checks?.lint ?? []} .inherited=${inherited} .readonly=${readonly} .page=${this}></nw-draft-files>
      <nw-draft-file .draft=${draft} .path=${file} .line=${place.line} .readonly=${readonly} .checks=${this.checks}
        .inherited=${inherited.includes(file)} .deletable=${!readonly && this.rights.has("deleteDraftFile")} .page=${this}
        .difference=${this.difference}></nw-draft-file></div>`;
  }

  /** The file that is shown where none is asked for: one that was changed, else none, unless there is only one. */
  first() {
    const changed = this.draft.files.find((each) => each.change !== "none");
    return changed?.path ?? (this.draft.files.length === 1 ? this.draft.files[0].path : null);
  }
}

customElements.define("nw-draft", DraftPage);
