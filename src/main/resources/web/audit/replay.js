// Recorded notes judged again, by another edition or by the rules that judged: asked for, watched, and told rule by rule.
import { Part, html, nothing, problemState, refusal, state } from "../shared/element.js";
import { call, follow } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { address } from "./address.js";
import { matrix } from "./matrix.js";
import { inWords, word } from "./words.js";

const OVER = ["done", "cancelled", "failed"];

class Replay extends Part {
  static properties = {
    at: { attribute: false },
    count: { attribute: false },
    editions: { state: true },
    replays: { state: true },
    shown: { state: true },
    problem: { state: true },
    refusal: { state: true },
  };

  firstUpdated() {
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end?.();
  }

  willUpdate(changed) {
    if (changed.has("at") && this.at.replay !== this.watched) {
      this.watch(this.at.replay);
    }
  }

  async load() {
    this.problem = null;
    try {
      this.replays = (await call("GET", "/v1/audit/replays")).replays;
      this.editions = (await call("GET", "/v1/playbooks")).playbooks.filter((each) => each.serving);
    } catch (problem) {
      this.problem = problem;
    }
  }

  watch(id) {
    this.end?.();
    this.watched = id;
    this.shown = null;
    this.refusal = null;
    if (id) {
      this.end = follow(`/v1/audit/replays/${encodeURIComponent(id)}`, (seen) => {
        this.shown = seen;
        this.refusal = this.refusal === this.unseen ? null : this.refusal;
        if (OVER.includes(seen.state)) {
          this.end();
          this.load();
        }
      }, { every: 500, failed: (problem) => {
        this.refusal = this.unseen = problem;
        if (problem.status === 404) {
          this.end();
        }
      } });
    }
  }

  async start(event) {
    event.preventDefault();
    const playbook = new FormData(event.target).get("playbook");
    const { identity, ...asked } = this.at.filters;
    this.refusal = null;
    try {
      const begun = await call("POST", "/v1/audit/replays", { json: playbook ? { ...asked, playbook } : asked });
      this.tell("nw-go", { address: address("replay", this.at.filters, { replay: begun.id }) });
    } catch (problem) {
      this.refusal = problem;
    }
  }

  async cancel() {
    await call("DELETE", `/v1/audit/replays/${encodeURIComponent(this.shown.id)}`).then((seen) => (this.shown = seen), (problem) => (this.refusal = problem));
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.load());
    }
    if (!this.editions) {
      return state("loading");
    }
    return html`
      <section class="sheet" aria-labelledby="replay-new"><h2 id="replay-new">${t("replay.title")}</h2>
        <p>${t("replay.text")}</p>
        <p class="hint">${t("replay.filters", { filters: inWords(this.at.filters).join("; ") || t("replay.all") })}
          ${this.count === null ? nothing : t("replay.count", { count: this.count })}
          ${this.at.filters.identity ? t("replay.identity") : nothing}</p>
        <form class="row start" @submit=${this.start}>
          <label>${t("replay.edition")}
            <select name="playbook">
              ${[...this.editions].reverse().map((each) => html`<option value=${each.version}>${each.version}${each.inForce ? ` – ${t("replay.in-force")}` : ""}</option>`)}
              <option value="">${t("replay.same")}</option>
            </select>
          </label>
          <button type="submit" class="primary" ?disabled=${this.count === 0}>${t("replay.start")}</button>
        </form>
        ${refusal(this.refusal, () => (this.refusal = null))}
      </section>
      ${this.shown ? html`<section class="sheet" aria-labelledby="replay-shown"><h2 id="replay-shown">${this.named(this.shown)}</h2>
        <div role="status">${this.progress(this.shown)}</div>
        ${this.shown.state === "done" ? matrix(this.shown, this.at.filters) : nothing}</section>` : nothing}
      ${this.earlier()}`;
  }

  named({ of }) {
    return of.playbook ? t("replay.by", { edition: of.playbook }) : t("replay.by-same");
  }

  progress(seen) {
    if (OVER.includes(seen.state)) {
      return html`<p>${t(`job.${seen.state}`)} ${seen.trouble ?? ""} ${t("replay.looked", { count: seen.decisions })}
        ${seen.withoutNote ? t("replay.without", { count: seen.withoutNote }) : nothing}</p>`;
    }
    const all = Math.max(this.count ?? 0, seen.decisions, 1);
    return html`<label>${t("replay.running", { some: seen.decisions, all })}<progress max=${all} .value=${seen.decisions}></progress></label>
      <p><button type="button" @click=${this.cancel}>${t("cancel")}</button></p>`;
  }

  earlier() {
    return html`<section class="sheet" aria-labelledby="replays"><h2 id="replays">${t("replay.earlier")}</h2>
      ${this.replays.length === 0 ? html`<p class="hint">${t("replay.none")}</p>` : html`<ul>${this.replays.map((each) => {
        const { playbook, ...filters } = each.of;
        return html`<li><a href=${address("replay", filters, { replay: each.id })} aria-current=${each.id === this.at.replay ? "true" : nothing}>${instant(each.asked)}: ${this.named(each)}</a>
          <span class="hint">${inWords(filters).join("; ") || t("replay.all")} · ${word("job", each.state)}</span></li>`;
      })}</ul>`}</section>`;
  }
}

customElements.define("nw-audit-replay", Replay);
