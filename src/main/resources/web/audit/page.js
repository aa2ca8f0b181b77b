// The audit log: what is asked for, how many decisions that is, and the views of them.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { may } from "../shared/session.js";
import { t } from "../shared/texts.js";
import { entitle } from "../shared/title.js";
import "./changes.js";
import "./decision.js";
import "./decisions.js";
import "./figures.js";
import "./filters.js";
import "./proof.js";
import "./replay.js";
import { VIEWS, address, query, read } from "./address.js";

class Audit extends Part {
  static properties = {
    at: { state: true },
    all: { state: true },
    some: { state: true },
    problem: { state: true },
    refused: { state: true },
    allowed: { state: true },
    named: { state: true },
  };

  constructor() {
    super();
    this.at = read();
    addEventListener("popstate", () => this.go());
    this.addEventListener("click", (event) => this.follow(event));
    this.addEventListener("nw-named", (event) => (this.named = event.detail));
    this.addEventListener("nw-go", (event) => this.open(event.detail.address, event.detail.state));
  }

  async firstUpdated() {
    this.allowed = await may("listDecisions").catch(() => true);
    if (this.allowed) {
      this.load();
    }
  }

  /** The title names the view, and the decision that is looked at. */
  updated() {
    const { view, decision } = this.at;
    entitle(decision && (this.named?.id === decision ? this.named.name : decision), t(`view.${view}`));
  }

  /** Links within the page lead on without loading it anew. */
  follow(event) {
    const link = event.target.closest("a[href^='/audit?']");
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.open(link.getAttribute("href"));
    }
  }

  open(target, kept = null) {
    history.pushState(kept, "", target);
    this.go();
  }

  /** Where the address leads now. */
  go() {
    const before = this.at;
    const next = read();
    const same = JSON.stringify(before.filters) === JSON.stringify(next.filters);
    this.at = same ? { ...next, filters: before.filters } : next;
    if (!same) {
      this.load();
    }
    if (before.view !== this.at.view || before.decision !== this.at.decision || before.replay !== this.at.replay) {
      this.updateComplete.then(() => this.querySelector("#view")?.focus({ preventScroll: before.view === this.at.view && !this.at.decision }));
    }
  }

  /**
   * What the filters leave; then everything that is recorded, for what can be chosen. In that order, as more may be recorded
   * between the two, and a part is never more than the whole.
   */
  async load() {
    const { filters } = this.at;
    this.problem = null;
    this.refused = null;
    this.some = null;
    try {
      const some = Object.keys(filters).length === 0 ? null : await this.filtered(filters);
      const all = await call("GET", "/v1/audit/summary");
      if (filters === this.at.filters) {
        this.all = all;
        this.some = this.refused ? null : (some ?? all);
      }
    } catch (problem) {
      if (filters === this.at.filters) {
        this.problem = problem;
      }
    }
  }

  /** What filters leave; where they cannot be asked for, why is kept. */
  async filtered(filters) {
    try {
      return await call("GET", `/v1/audit/summary?${query(filters)}`);
    } catch (problem) {
      if (problem.status !== 400) {
        throw problem;
      }
      if (filters === this.at.filters) {
        this.refused = problem;
      }
      return null;
    }
  }

  again() {
    this.all = null;
    this.load();
  }

  render() {
    if (this.allowed === false) {
      return state("forbidden", { text: t("forbidden") });
    }
    if (this.problem) {
      return problemState(this.problem, this.problem.status === 404 ? undefined : () => this.again());
    }
    if (!this.all) {
      return state("loading");
    }
    const { view, filters } = this.at;
    return html`
      ${this.empty() && (view === "figures" || view === "decisions") ? nothing : html`
        <nw-audit-filters .filters=${filters} .choices=${this.all} .view=${view}></nw-audit-filters>`}
      <div class="row spread under">
        <nav class="views" aria-label=${t("views")}>
          ${VIEWS.map((each) => html`<a href=${address(each, filters)} aria-current=${each === view ? "page" : nothing}>${t(`view.${each}`)}</a>`)}
        </nav>
        <p class="hint count" role="status">${this.count()}</p>
      </div>
      <section id="view" tabindex="-1" aria-label=${t(`view.${view}`)}>${this.view()}</section>
    `;
  }

  empty() {
    return total(this.all) === 0;
  }

  count() {
    if (this.refused) {
      return "";
    }
    return this.some ? t("count", { some: total(this.some), all: total(this.all) }) : t("state.loading");
  }

  view() {
    const { at } = this;
    if (this.refused && at.view !== "changes" && at.view !== "proof") {
      return state("error", { text: this.refused.message });
    }
    switch (at.view) {
      case "decisions":
        return at.decision
          ? html`<nw-audit-decision .id=${at.decision} .at=${at}></nw-audit-decision>`
          : this.empty() ? this.nothingYet() : html`<nw-audit-decisions .at=${at}></nw-audit-decisions>`;
      case "replay":
        return html`<nw-audit-replay .at=${at} .count=${this.some ? total(this.some) : null}></nw-audit-replay>`;
      case "changes":
        return html`<nw-audit-changes></nw-audit-changes>`;
      case "proof":
        return html`<nw-audit-proof></nw-audit-proof>`;
      default:
        return this.empty() ? this.nothingYet() : html`<nw-audit-figures .at=${at} .sums=${this.some}></nw-audit-figures>`;
    }
  }

  nothingYet() {
    return html`<div class="state empty" role="status">
      <h2>${t("empty.title")}</h2>
      <p>${t("empty.text")}</p>
      <p><a class="button primary" href="/">${t("empty.check")}</a> <a class="button" href="/audit?view=changes">${t("empty.changes")}</a> <button type="button" @click=${() => this.again()}>${t("state.retry")}</button></p>
    </div>`;
  }
}

const total = (sums) => sums.notes.judged + sums.engagements.judged;

customElements.define("nw-audit", Audit);
