// Two editions side by side, or a draft beside what it was made of. What differs comes from the calls.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call, follow } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";
import { changes } from "./changes.js";
import { unified } from "./unified.js";
import * as facts from "./facts.js";
import { move } from "./place.js";
import { word } from "./words.js";

const EVERY = 1500;

class Comparison extends Part {
  static properties = {
    answer: { attribute: false },
    stamp: { attribute: false },
    edition: { attribute: false },
    here: { attribute: false },
    drafts: { state: true },
    found: { state: true },
    problem: { state: true },
  };

  /** Follows which drafts there are, and how each is; without the right to see them there are none to choose. */
  connectedCallback() {
    super.connectedCallback();
    this.end = follow("/v1/drafts", ({ drafts }) => (this.drafts = drafts), { every: EVERY, failed: () => (this.drafts ??= []) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  get serving() {
    return this.answer.playbooks.filter((each) => each.serving);
  }

  /** The two that are compared: those of the address, else the chosen edition and the one before it. */
  get pair() {
    const all = this.serving.map((each) => each.version);
    const to = this.here.to ?? (all.includes(this.edition) ? this.edition : all.at(-1));
    const before = all[all.indexOf(to) - 1] ?? all.find((each) => each !== to);
    return { from: this.here.from ?? before, to };
  }

  get draft() {
    return this.drafts?.find((each) => each.name === this.here.draft);
  }

  willUpdate() {
    const { from, to } = this.pair;
    const wanted = this.here.draft ? `draft ${this.here.draft} ${this.draft?.digest}` : `${from} ${to} ${this.stamp}`;
    if (wanted !== this.wanted && !(this.here.draft && this.drafts === undefined)) {
      this.wanted = wanted;
      this.load(wanted, from, to);
    }
  }

  async load(wanted, from, to) {
    try {
      const found = this.here.draft ? await this.loadDraft(this.here.draft) : await this.loadPair(from, to);
      if (this.wanted === wanted) {
        this.found = found;
        this.problem = null;
      }
    } catch (problem) {
      if (this.wanted === wanted) {
        this.problem = problem;
      }
    }
  }

  async loadDraft(name) {
    return { draft: name, ...(await call("GET", `/v1/drafts/${encodeURIComponent(name)}/difference`)) };
  }

  async loadPair(from, to) {
    if (from === undefined || to === undefined) {
      return { from, to, changes: [] };
    }
    const digest = (version) => this.answer.playbooks.find((each) => each.version === version)?.digest;
    const [comparison, ...sides] = await Promise.all([
      facts.comparison(from, to, this.stamp),
      facts.edition(from, digest(from)),
      facts.edition(to, digest(to)),
    ]);
    return { ...comparison, sides };
  }

  render() {
    return html`${this.choice()}${this.result()}`;
  }

  choice() {
    const { from, to } = this.pair;
    const { draft } = this.here;
    const base = draft ? this.draft?.edition : from;
    const editions = (chosen) => this.serving.map((each) => html`<option value=${each.version} .selected=${each.version === chosen}>${harmless(each.version)}</option>`);
    return html`<div class="pair">
      <label>${t("compare.from")}
        <select name="from" ?disabled=${Boolean(draft)} aria-describedby=${draft ? "draft-base" : nothing}
          @change=${(event) => move({ from: event.target.value, to, draft: undefined })}>${editions(base)}</select></label>
      <button type="button" ?disabled=${Boolean(draft)} @click=${() => move({ from: to, to: from })}>${t("compare.swap")}</button>
      <label>${t("compare.to")}
        <select name="to" @change=${this.pick}>
          <optgroup label=${t("compare.editions")}>${this.serving.map((each) => html`<option value=${`edition ${each.version}`}
            .selected=${!draft && each.version === to}>${harmless(each.version)}</option>`)}</optgroup>
          ${this.drafts?.length ? html`<optgroup label=${t("compare.drafts")}>${this.drafts.map((each) => html`<option value=${`draft ${each.name}`}
            .selected=${each.name === draft}>${harmless(each.title)} (${word("draft", each.state)})</option>`)}</optgroup>` : nothing}
        </select></label>
      ${draft ? html`<p class="hint" id="draft-base">${t("compare.draft-base")}
        <a href=${`/drafts?draft=${encodeURIComponent(draft)}`}>${t("compare.open-draft")}</a></p>` : nothing}
    </div>`;
  }

  pick(event) {
    const [kind, name] = [event.target.value.split(" ", 1)[0], event.target.value.slice(event.target.value.indexOf(" ") + 1)];
    move(kind === "draft" ? { draft: name, from: undefined, to: undefined } : { draft: undefined, from: this.pair.from, to: name });
  }

  result() {
    const { draft } = this.here;
    const { from, to } = this.pair;
    const fits = this.found && (draft ? this.found.draft === draft : this.found.from === from && this.found.to === to);
    if (this.problem) {
      return problemState(this.problem, () => {
        this.wanted = null;
        this.requestUpdate();
      });
    }
    if (!fits) {
      return state("loading");
    }
    if (!draft && (from === undefined || from === to)) {
      return state("empty", { text: t(from === to && from !== undefined ? "compare.same" : "compare.one") });
    }
    return draft ? unified(this.found.files) : changes(this.found);
  }
}

customElements.define("nw-comparison", Comparison);
