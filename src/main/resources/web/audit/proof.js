// Whether the audit log is as it was recorded: verified now, and the checkpoints by which it is verified elsewhere.
import { Part, html, nothing, problemState, refusal, state } from "../shared/element.js";
import { call, follow } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { harmless, short, word } from "./words.js";

const RECENT = 50;

class Proof extends Part {
  static properties = {
    checkpoints: { state: true },
    verifications: { state: true },
    now: { state: true },
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

  async load() {
    this.problem = null;
    try {
      this.checkpoints = (await call("GET", "/v1/audit/checkpoints")).checkpoints;
      this.verifications = (await call("GET", "/v1/audit/verifications")).verifications;
      const latest = this.verifications[0];
      if (latest && !this.now) {
        this.now = latest;
        this.watch();
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  async verify() {
    this.refusal = null;
    try {
      this.now = await call("POST", "/v1/audit/verifications", { json: {} });
      this.watch();
      await this.updateComplete;
      this.querySelector(".outcome-of").focus();
    } catch (problem) {
      this.refusal = problem;
    }
  }

  /** Looks until it is over. */
  watch() {
    this.end?.();
    if (this.now.state !== "running") {
      return;
    }
    this.end = follow(`/v1/audit/verifications/${encodeURIComponent(this.now.id)}`, (seen) => {
      this.now = seen;
      this.refusal = this.refusal === this.unseen ? null : this.refusal;
      if (seen.state !== "running") {
        this.end();
        this.load();
      }
    }, { every: 500, failed: (problem) => this.lost(problem) });
  }

  /** One that the service does not know any more, as after it was started anew, is over. */
  lost(problem) {
    this.refusal = this.unseen = problem;
    if (problem.status === 404) {
      this.end();
      this.now = null;
      this.refusal = { message: t("proof.lost") };
      this.load();
    }
  }

  async cancel() {
    await call("DELETE", `/v1/audit/verifications/${encodeURIComponent(this.now.id)}`).then((seen) => (this.now = seen), (problem) => (this.refusal = problem));
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, this.problem.status === 404 ? undefined : () => this.load());
    }
    if (!this.checkpoints) {
      return state("loading");
    }
    const running = this.now?.state === "running";
    return html`
      <section class="sheet" aria-labelledby="verify"><h2 id="verify">${t("proof.title")}</h2>
        <p>${t("proof.text")}</p>
        <p class="row">
          <button type="button" class="primary" ?disabled=${running} @click=${this.verify}>${t("proof.verify")}</button>
          ${running ? html`<button type="button" @click=${this.cancel}>${t("cancel")}</button>` : nothing}
        </p>
        <div class="outcome-of" tabindex="-1" role="status">${this.now ? this.outcome(this.now) : nothing}</div>
        ${refusal(this.refusal, () => (this.refusal = null))}
      </section>
      ${this.earlier()}
      <section class="sheet" aria-labelledby="checkpoints"><h2 id="checkpoints">${t("checkpoints.title")}</h2>${this.points()}</section>`;
  }

  outcome(seen) {
    if (seen.state === "running") {
      return html`<label>${t("proof.running", { some: seen.decisions, all: Math.max(seen.of, seen.decisions) })}
        <progress max=${Math.max(seen.of, seen.decisions, 1)} .value=${seen.decisions}></progress></label>`;
    }
    if (seen.state !== "done") {
      return html`<p>${t(`job.${seen.state}`)} ${seen.trouble ?? ""}</p>`;
    }
    return html`
      <p class=${`result ${seen.holds ? "good" : "error"}`}>${seen.holds ? t("proof.holds") : t("proof.broken")}</p>
      <p class="hint">${t("proof.ended", { when: instant(seen.ended), count: seen.decisions })}
        ${seen.key ? html`${t("proof.signed")} <code>${seen.key}</code>` : t("proof.unsigned")}</p>
      <ul class="chains">${(seen.chains ?? []).map((each) => html`<li class=${each.wrong ? "error" : ""}>
        <strong>${harmless(each.chain)}</strong>: ${t("proof.chain", { count: each.decisions })}
        ${each.checkpoints > 0 ? t("proof.checkpoints", { count: each.checkpoints, at: each.checkpointAt }) : t("proof.no-checkpoint")}
        ${each.pruned > 0 ? t("proof.pruned", { count: each.pruned }) : nothing}
        ${each.wrong ? html`<br /><strong>${t("proof.wrong", { number: each.wrongAt ?? "?" })}</strong> ${harmless(each.wrong)}` : nothing}
      </li>`)}${(seen.others ?? []).map((each) => html`<li class="error">${harmless(each)}</li>`)}</ul>`;
  }

  earlier() {
    const others = (this.verifications ?? []).filter((each) => each.id !== this.now?.id);
    return others.length === 0 ? nothing : html`<section class="sheet" aria-labelledby="earlier"><h2 id="earlier">${t("proof.earlier")}</h2>
      <ul>${others.map((each) => html`<li>${instant(each.asked)}: ${each.state === "done" ? (each.holds ? t("proof.holds") : t("proof.broken")) : word("job", each.state)}</li>`)}</ul></section>`;
  }

  points() {
    const all = this.checkpoints;
    return html`<p class="hint">${t("checkpoints.text")}</p>
      ${all.length === 0 ? html`<p>${t("checkpoints.none")}</p>` : html`
      <p class="hint">${t("checkpoints.shown", { some: Math.min(RECENT, all.length), count: all.length })}</p>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="checkpoints"><table>
        <thead><tr>${["chain", "number", "at", "made", "hash", "signature"].map((each) => html`<th scope="col">${t(`checkpoint.${each}`)}</th>`)}</tr></thead>
        <tbody>${all.slice(-RECENT).reverse().map((each) => html`<tr><th scope="row">${harmless(each.chain)}</th><td>${each.checkpoint}</td><td>${each.seq}</td>
          <td>${instant(each.made)}</td><td>${short(each.hash)}</td><td>${each.signature ? t("checkpoint.signed") : t("checkpoint.unsigned")}</td></tr>`)}</tbody>
      </table></div>`}`;
  }
}

customElements.define("nw-audit-proof", Proof);
