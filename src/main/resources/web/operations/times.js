// How long the rules of an edition take, each by itself; measured when somebody asks for it.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { number, t } from "../shared/texts.js";
import { micros } from "./shown.js";

/** What came to no result first, then the slowest; what judged nothing last. */
const order = (one, other) =>
  Boolean(other.failed) - Boolean(one.failed) ||
  (other.meanMicroseconds ?? -1) - (one.meanMicroseconds ?? -1) ||
  (one.rule < other.rule ? -1 : 1);

class RuleTimes extends Part {
  static properties = {
    version: {},
    digest: {},
    answer: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  /** What was measured holds for the edition as it was. */
  willUpdate(changed) {
    if (changed.has("version") || changed.has("digest")) {
      this.turn = {};
      this.answer = null;
      this.problem = null;
      this.busy = false;
    }
  }

  async measure() {
    if (this.busy) {
      return;
    }
    const turn = this.turn;
    this.busy = true;
    this.problem = null;
    try {
      const answer = await call("GET", `/v1/playbooks/${encodeURIComponent(this.version)}/times`);
      if (turn === this.turn) {
        this.answer = answer;
      }
    } catch (problem) {
      if (turn === this.turn) {
        this.problem = problem;
      }
    }
    if (turn === this.turn) {
      this.busy = false;
    }
  }

  render() {
    return html`<div class="row">
        <button type="button" class="small" aria-disabled=${this.busy ? "true" : "false"} @click=${() => this.measure()}>
          ${t("times.measure")}<span class="visually-hidden">: ${harmless(this.version)}</span></button>
        <span class="hint" role="status">${this.said()}</span>
      </div>
      ${this.problem ? problemState(this.problem) : nothing}
      ${this.answer && !this.problem ? this.measured() : nothing}`;
  }

  said() {
    if (this.busy) {
      return t("times.busy");
    }
    return this.answer?.notes && !this.problem ? t("times.on", { count: this.answer.notes }) : "";
  }

  measured() {
    const { notes, playbook, rules } = this.answer;
    return notes === 0
      ? state("empty", { text: t("times.none") })
      : html`<div class="scroll matrix" tabindex="0" role="group" aria-label=${t("times", { edition: harmless(playbook) })}><table>
          <thead><tr><th scope="col">${t("times.rule")}</th><th scope="col">${t("times.clause")}</th>
            <th scope="col" class="number">${t("times.judged")}</th><th scope="col" class="number">${t("times.mean")}</th></tr></thead>
          <tbody>${[...rules].sort(order).map((each) => row(playbook, each))}</tbody>
        </table></div>`;
  }
}

function row(edition, { rule, clause, judged, meanMicroseconds, failed }) {
  return html`<tr><th scope="row" class="mono">
      <a href=${`/playbook?edition=${encodeURIComponent(edition)}&rule=${encodeURIComponent(rule)}`}>${harmless(rule)}</a></th>
    <td class="mono">${harmless(clause)}</td>
    <td class="number">${number(judged)}</td>
    ${failed
      ? html`<td><span class="badge error">${t("times.failed")}</span> ${harmless(failed)}</td>`
      : html`<td class="number">${micros(meanMicroseconds)}</td>`}</tr>`;
}

customElements.define("nw-rule-times", RuleTimes);
