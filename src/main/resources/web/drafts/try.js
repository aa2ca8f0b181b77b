// Notes that somebody pastes in, judged with and without the draft: which rules each breaks before and after.
import { Part, html, nothing } from "../shared/element.js";
import { send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { Kept } from "./kept.js";

const MOST_ONE_BY_ONE = 20;

/** The notes of a text: one record a line as JSON, or notes with an empty line of dashes between them. */
export function notesOf(text, day) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 0 && lines.every((line) => line.trim().startsWith("{"))) {
    return lines;
  }
  return text.split(/^-{3,}$/m).map((note) => note.trim()).filter((note) => note !== "")
    .map((note, i) => JSON.stringify({ id: String(i + 1), text: note, ...(day ? { writtenOn: day } : {}) }));
}

class Try extends Part {
  static properties = { draft: { attribute: false }, results: { state: true }, refusal: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.kept = new Kept("drafts.try");
  }

  /** The state of the draft; results are about one. */
  get state() {
    const { name, digest, base } = this.draft;
    return `${name} ${digest} ${base.digest}`;
  }

  async judge(event) {
    event.preventDefault();
    const of = this.state;
    const { notes: text, day } = Object.fromEntries(new FormData(event.target));
    const notes = notesOf(text, day);
    this.busy = true;
    this.refusal = null;
    try {
      const results = [];
      for (const note of notes.length <= MOST_ONE_BY_ONE ? notes : [notes.join("\n")]) {
        results.push(await this.impact(note));
      }
      this.results = { each: notes.length <= MOST_ONE_BY_ONE, results, of };
    } catch (problem) {
      this.refusal = problem.message;
      this.results = null;
    } finally {
      this.busy = false;
    }
  }

  async impact(body) {
    const answer = await send("POST", `/v1/drafts/${encodeURIComponent(this.draft.name)}/impact`, {
      body: `${body}\n`, headers: { "Content-Type": "application/x-ndjson" },
    });
    return answer.json();
  }

  render() {
    const { draft } = this;
    return html`<details class="try"><summary>${t("try.title")}</summary><form @submit=${this.judge}>
      <label>${t("try.notes")}<textarea name="notes" rows="5" required .value=${this.kept.value ?? ""}
        @input=${(event) => (this.kept.value = event.target.value)} aria-describedby="try-hint"></textarea></label>
      <p class="hint" id="try-hint">${t("try.hint")}</p>
      <label>${t("try.day")}<input type="date" name="day" .value=${/^\d{4}-\d\d-\d\d$/.test(draft.base.edition) ? draft.base.edition : ""} /></label>
      <p class="actions"><button type="submit" ?disabled=${this.busy}>${t("try.do")}</button></p></form>
      ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
      <div role="status">${this.results ? this.told() : nothing}</div></details>`;
  }

  told() {
    const { each, results, of } = this.results;
    const older = of === this.state ? nothing : html`<p class="note warning">${t("try.older")}</p>`;
    return html`${older}${each ? results.map((one, i) => this.note(one, t("try.note", { number: i + 1 })))
      : this.note(results[0], t("try.all", { count: results[0].summary.notes }))}`;
  }

  note({ rules }, title) {
    const names = (test) => Object.entries(rules).filter(([, counts]) => test(counts)).map(([rule]) => rule);
    const newly = names((counts) => counts.newly > 0);
    const gone = names((counts) => counts.noLonger > 0);
    const still = names((counts) => counts.still > 0);
    const list = (all, kind) => all.map((rule) => html`<li class=${kind}><span class="mono">${plain(rule)}</span>${kind ? html` <span class="badge ${kind === "newly" ? "error" : "good"}">${t(`try.${kind}`)}</span>` : nothing}</li>`);
    return html`<section class="tried"><h4>${title}</h4><div class="pair">
      <div><p class="hint">${t("try.before")}</p><ul>${list(still)}${list(gone, "gone")}${still.length + gone.length === 0 ? html`<li class="hint">${t("try.nothing")}</li>` : nothing}</ul></div>
      <div><p class="hint">${t("try.after")}</p><ul>${list(still)}${list(newly, "newly")}${still.length + newly.length === 0 ? html`<li class="hint">${t("try.nothing")}</li>` : nothing}</ul></div>
    </div></section>`;
  }
}

customElements.define("nw-draft-try", Try);
