// What a draft would do, while it is changed: what lint finds, fixtures that turn, recorded notes that change, and notes to try.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { addressOf, isFinal, open } from "./place.js";
import { seen } from "./seen.js";
import "./try.js";

const AGAIN = 1500;
const MOST_SHOWN = 50;

class Effect extends Part {
  static properties = {
    draft: { attribute: false }, rights: { attribute: false }, checks: { state: true }, failure: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.anew = () => this.failure && this.key && this.look(this.key);
    addEventListener("nw-signed-in", this.anew);
  }

  willUpdate(changes) {
    if (!changes.has("draft")) {
      return;
    }
    const key = `${this.draft.name} ${this.draft.digest} ${this.draft.base.digest}`;
    if (key !== this.key && this.rights.has("checkDraft")) {
      if (this.key?.split(" ")[0] !== this.draft.name) {
        this.checks = null;
      }
      this.key = key;
      if (this.draft.state !== "published" && this.draft.state !== "discarded") {
        this.look(key);
      }
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("nw-signed-in", this.anew);
    this.key = null;
    clearTimeout(this.timer);
  }

  /** Asks until everything is known, the draft has changed, or asking is in vain; while nobody sees the page it waits. */
  async look(key) {
    clearTimeout(this.timer);
    await seen();
    if (key !== this.key) {
      return;
    }
    try {
      const checks = await call("GET", `/v1/drafts/${encodeURIComponent(this.draft.name)}/checks?wait=PT1S`);
      if (key !== this.key) {
        return;
      }
      this.failure = null;
      this.checks = checks;
      this.tell("nw-checks", checks);
      if (checks.running || checks.digest !== this.draft.digest) {
        this.timer = setTimeout(() => this.look(key), 100);
      }
    } catch (problem) {
      if (key === this.key) {
        this.failure = problem;
        if (!isFinal(problem)) {
          this.timer = setTimeout(() => this.look(key), AGAIN);
        }
      }
    }
  }

  render() {
    const closed = this.draft.state === "published" || this.draft.state === "discarded";
    if (!this.rights.has("checkDraft") || closed) {
      return nothing;
    }
    const { checks } = this;
    const busy = !checks || checks.running || checks.digest !== this.draft.digest;
    return html`<aside class="sheet effect" aria-label=${t("effect.title")}>
      <h3>${t("effect.title")} <span role="status" class="hint">${busy ? t("effect.looking") : nothing}</span></h3>
      ${this.failure && !checks ? problemState(this.failure) : !checks ? state("loading", { text: t("effect.looking") })
        : html`${this.lint(checks)}${this.fixtures(checks)}${this.notes(checks)}`}
      ${this.rights.has("tryDraft") ? html`<nw-draft-try .draft=${this.draft}></nw-draft-try>` : nothing}</aside>`;
  }

  lint(checks) {
    const errors = checks.lint.filter((each) => each.severity === "error").length;
    return html`<section><h4>${t("lint.title")} <span class="badge ${errors > 0 ? "error" : checks.lint.length > 0 ? "warning" : "good"}">${checks.lint.length === 0
        ? t("lint.none") : t("lint.count", { count: checks.lint.length })}</span></h4>
      ${list(t("lint.title"), checks.lint.slice(0, MOST_SHOWN).map((each) => this.finding(each)))}</section>`;
  }

  finding(each) {
    const path = this.draft.files.find((file) => each.file === file.path || each.file.endsWith(`/${file.path}`))?.path;
    const address = path === undefined ? null : addressOf({ draft: this.draft.name, file: path, line: each.line });
    const where = each.line > 0 ? t("lint.place", { file: each.file, line: each.line }) : each.file;
    return html`<li><span class="badge ${each.severity}">${t(`severity.${each.severity}`)}</span> ${plain(each.message)}
      <div>${address === null ? html`<span class="hint mono">${plain(where)}</span>`
        : html`<a class="mono" href=${address} @click=${(event) => open(event, address)}>${plain(where)}</a>`}</div></li>`;
  }

  fixtures(checks) {
    const { fixtures } = checks;
    if (!fixtures) {
      return html`<section><h4>${t("fixtures.title")}</h4><p class="hint">${t("effect.looking")}</p></section>`;
    }
    const bad = fixtures.failures.length;
    return html`<section><h4>${t("fixtures.title")} ${fixtures.count === 0 ? nothing
        : html`<span class="badge ${bad > 0 ? "error" : "good"}">${bad > 0 ? t("fixtures.turned", { count: bad }) : t("fixtures.fine", { count: fixtures.checks })}</span>`}</h4>
      ${fixtures.count === 0 ? html`<p class="hint">${t(checks.lint.some((each) => each.severity === "error") ? "fixtures.later" : "fixtures.none")}</p>` : nothing}
      ${list(t("fixtures.title"), fixtures.failures.slice(0, MOST_SHOWN).map((each) => html`<li>${plain(each)}</li>`))}
      ${bad > MOST_SHOWN ? html`<p class="hint">${t("more", { count: bad - MOST_SHOWN })}</p>` : nothing}
      ${fixtures.coverage.length > 0 ? html`<details><summary>${t("fixtures.coverage")}</summary>${fixtures.coverage.map((each) => html`<p class="hint whole">${plain(each)}</p>`)}</details>` : nothing}</section>`;
  }

  notes({ effect, trouble }) {
    return html`<section><h4>${t("notes.title")}</h4>${trouble ? html`<p class="hint">${plain(trouble)}</p>`
      : !effect ? html`<p class="hint">${t("effect.looking")}</p>` : effectOf(effect)}</section>`;
  }
}

/** Some findings, which may be more than there is room for. */
const list = (label, items) => (items.length === 0 ? nothing
  : html`<div class="findings" tabindex="0" role="group" aria-label=${label}><ul>${items}</ul></div>`);

/** What a change does to notes: in a sentence, then by rule. */
export function effectOf(effect, { linked = true } = {}) {
  const { summary, rules, failed, withoutNote } = effect;
  const changed = Object.entries(rules).filter(([, each]) => each.newly > 0 || each.noLonger > 0);
  return html`<p><strong>${t("effect.changed", { changed: summary.changed, notes: summary.notes })}</strong>
      ${summary.complete ? nothing : html`<span class="badge">${t("effect.sample")}</span>`}</p>
    ${summary.notes > 0 ? html`<p class="hint">${t("effect.numbers", summary)}</p>` : nothing}
    ${changed.length > 0 ? html`<div class="scroll" tabindex="0" role="group" aria-label=${t("effect.by-rule")}><table>
      <thead><tr><th scope="col">${t("effect.rule")}</th><th scope="col" class="number">${t("effect.newly")}</th><th scope="col" class="number">${t("effect.no-longer")}</th></tr></thead>
      <tbody>${changed.map(([rule, each]) => html`<tr><td><span class="mono">${plain(rule)}</span>${linked && each.examples.length > 0
        ? html`<div class="hint">${t("effect.examples")} ${each.examples.map((id) => html`<span class="mono example">${plain(id)}</span> `)}</div>` : nothing}</td>
        <td class="number">${each.newly > 0 ? `+${each.newly}` : "0"}</td><td class="number">${each.noLonger > 0 ? `−${each.noLonger}` : "0"}</td></tr>`)}</tbody></table></div>` : nothing}
    ${failed.length > 0 ? html`<p class="note error">${t("effect.failed", { rules: failed.join(", ") })}</p>` : nothing}
    ${withoutNote > 0 ? html`<p class="hint">${t("effect.without", { count: withoutNote })}</p>` : nothing}`;
}

customElements.define("nw-draft-effect", Effect);
