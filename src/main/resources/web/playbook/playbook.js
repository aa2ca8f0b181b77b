// The page: the time line, the chosen edition, and the views of it. It follows what is edited elsewhere.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { follow } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { reasonList } from "../shared/reasons.js";
import { tabs } from "../shared/tabs.js";
import { t } from "../shared/texts.js";
import { entitle } from "../shared/title.js";
import * as facts from "./facts.js";
import { move, place } from "./place.js";
import { summary } from "./summary.js";
import { timeline } from "./timeline.js";
import "./comparison.js";
import "./guidance.js";
import "./rules.js";
import "./tables.js";

const VIEWS = ["rules", "tables", "compare", "guidance"];

class Playbook extends Part {
  static properties = {
    answer: { state: true },
    edition: { state: true },
    problem: { state: true },
    here: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    this.here = place();
    this.said = "";
    this.moved = () => {
      this.here = place();
      this.load();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("nw-place", this.moved);
    addEventListener("popstate", this.moved);
    this.end = follow("/v1/playbooks", (answer) => this.take(answer), {
      failed: (problem) => {
        if (!this.answer) {
          this.problem = problem;
        }
      },
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("nw-place", this.moved);
    removeEventListener("popstate", this.moved);
    this.end();
  }

  /** Names the place in the title; on a narrow screen the edition that is looked at is moved to where it is seen. */
  updated() {
    const version = this.answer && this.chosen?.version;
    const { rule, clause, table } = this.here;
    entitle(this.view === "rules" ? (rule ?? clause) : this.view === "tables" && table, t(`view.${this.view}`), version);
    const stop = this.querySelector(".timeline :checked")?.closest("li");
    if (stop && this.shownStop !== version) {
      this.shownStop = version;
      stop.parentElement.scrollLeft = stop.offsetLeft - 24;
    }
  }

  /** Takes over how the editions are now, if anything is other than it was. */
  take(answer) {
    const stamp = JSON.stringify({ ...answer, looked: undefined });
    if (stamp === this.stamp) {
      if (this.problem?.kind === "offline") {
        this.load();
      }
      return;
    }
    const first = this.stamp === undefined;
    this.stamp = stamp;
    this.answer = answer;
    this.load(!first);
  }

  /** The edition that is looked at: the one of the address, else the one in force, else the newest. */
  get chosen() {
    const all = this.answer.playbooks;
    return this.here.edition
      ? all.find((each) => each.version === this.here.edition)
      : (all.find((each) => each.inForce) ?? all.at(-1));
  }

  async load(changed = false) {
    const chosen = this.answer && this.chosen;
    const wanted = chosen?.serving ? `${chosen.version} ${chosen.digest}` : null;
    if (changed) {
      this.said = t("changed", { time: new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" }).format(new Date()) });
    }
    if (wanted === this.wanted) {
      return;
    }
    this.wanted = wanted;
    this.problem = null;
    if (wanted === null || this.edition?.version !== chosen.version) {
      this.edition = null;
    }
    if (wanted === null) {
      return;
    }
    try {
      const edition = await facts.edition(chosen.version, chosen.digest);
      if (this.wanted === wanted) {
        this.edition = edition;
      }
    } catch (problem) {
      if (this.wanted === wanted) {
        this.problem = problem;
        this.wanted = null;
      }
    }
  }

  choose(version) {
    move({ edition: version, rule: undefined, clause: undefined, from: undefined, to: undefined, draft: undefined });
  }

  render() {
    if (!this.answer) {
      return this.problem ? problemState(this.problem) : state("loading");
    }
    if (this.answer.playbooks.length === 0) {
      return state("empty", { text: t("empty") });
    }
    const chosen = this.chosen;
    const inForce = this.answer.playbooks.find((each) => each.inForce);
    return html`
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.answer.problem ? html`<p class="notice" role="alert">${harmless(this.answer.problem)}</p>` : nothing}
      ${timeline(this.answer, chosen?.version, (version) => this.choose(version))}
      ${inForce ? nothing : html`<p class="notice">${t("none-in-force")}</p>`}
      ${this.answer.waiverReasons ? html`<section class="sheet refused"><h2>${t("waivers.refused")}</h2>${reasonList(this.answer.waiverReasons)}</section>` : nothing}
      ${chosen ? html`${summary(chosen, inForce)} ${this.views(chosen)}`
        : html`<div class="state error" role="alert">
            <p>${t("unknown", { version: harmless(this.here.edition) })}</p>
            <button type="button" @click=${() => this.choose(undefined)}>${t("unknown.way-out")}</button>
          </div>`}
    `;
  }

  get view() {
    return VIEWS.includes(this.here.view) ? this.here.view : VIEWS[0];
  }

  views(chosen) {
    return html`<section class="views">
      ${tabs("view", t("views"), VIEWS.map((id) => ({ id, label: t(`view.${id}`) })), this.view,
        (view) => move({ view: view === VIEWS[0] ? undefined : view }))}
      <div role="tabpanel" id="view-panel" aria-labelledby=${`view-${this.view}`} tabindex="-1">${this.panel(chosen)}</div>
    </section>`;
  }

  panel(chosen) {
    if (this.view === "compare") {
      return html`<nw-comparison .answer=${this.answer} .stamp=${this.stamp} .edition=${chosen.version} .here=${this.here}></nw-comparison>`;
    }
    if (!chosen.serving) {
      return state("empty", { text: t("refused.nothing") });
    }
    if (!this.edition) {
      return this.problem ? problemState(this.problem, () => this.load()) : state("loading");
    }
    switch (this.view) {
      case "tables":
        return html`<nw-tables .edition=${this.edition} .here=${this.here}></nw-tables>`;
      case "guidance":
        return html`<nw-guidance .edition=${this.edition}></nw-guidance>`;
      default:
        return html`<nw-rules .edition=${this.edition} .stamp=${this.stamp} .here=${this.here}></nw-rules>`;
    }
  }
}

customElements.define("nw-playbook", Playbook);
