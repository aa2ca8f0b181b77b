// Many notes at once: a file, a folder or pasted rows, checked by one call whose answer is read as it comes.
import { Part, html, nothing, problemState } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { recall, remember } from "../shared/store.js";
import { t } from "../shared/texts.js";
import "./columns.js";
import "./result-list.js";
import { editions } from "./offers.js";
import { Results } from "./results.js";
import { CHARSETS, ENDINGS, check, columnsOf, dropped, handedIn, lines, pasted } from "./sent.js";

const FORMATS = ["csv", "text", "json", "ndjson", "sarif", "junit"];
const SEEN = 200;
const SECOND = 1000;

class Many extends Part {
  static properties = Object.fromEntries(
    ["sent", "head", "fields", "how", "wrong", "problem", "running", "results", "count", "rate", "editions", "edition", "said", "over"].map((each) => [each, { state: true }]),
  );

  constructor() {
    super();
    this.fields = [];
    this.how = {};
    this.editions = [];
    this.edition = "";
    this.turn = 0;
  }

  firstUpdated() {
    this.offer();
  }

  async offer() {
    try {
      this.editions = (await editions()).all;
    } catch (problem) {
      this.failed(problem, () => {
        this.problem = null;
        return this.offer();
      });
    }
  }

  /** What went wrong, and what does it once more; people alone decide about that where it is recorded (`byHand`). */
  failed(problem, retry, byHand = false) {
    this.problem = problem;
    this.again = { retry, byHand };
  }

  render() {
    return html`
      <section class="sheet many" aria-labelledby="many-title">
        <h2 id="many-title">${t("many.title")}</h2>
        <p>${t("many.text")} <strong>${t("many.recorded")}</strong></p>
        ${this.handIn()}
      </section>
      ${this.sent ? this.chosen() : nothing}
      ${this.problem ? html`<section class="sheet">${problemState(this.problem, this.again.retry, this.again)}</section>` : nothing}
      ${this.results ? this.found() : nothing}
    `;
  }

  handIn() {
    return html`<div class=${this.over ? "drop over" : "drop"} @dragover=${this.hover} @dragleave=${() => (this.over = false)} @drop=${this.drop}>
        <label>${t("many.file")} <input type="file" name="file" accept=${ENDINGS.join(",")} @click=${this.anew} @change=${this.choose} /></label>
        <label>${t("many.folder")} <input type="file" name="folder" webkitdirectory @click=${this.anew} @change=${this.choose} /></label>
        <p class="hint">${t("many.drop")}</p>
      </div>
      <details class="more">
        <summary>${t("many.paste")}</summary>
        <label>${t("many.rows")} <textarea name="rows" rows="6" spellcheck="false" .value=${recall("check.rows", "")} @input=${(event) => remember("check.rows", event.target.value)}></textarea></label>
        <p><button type="button" @click=${this.paste}>${t("many.take")}</button></p>
      </details>`;
  }

  chosen() {
    const { sent } = this;
    const ready = !sent.table || (this.head && !this.head.problem && !this.wrong);
    return html`<section class="sheet chosen-file" aria-labelledby="chosen-title">
      <h2 id="chosen-title">${harmless(sent.name)}</h2>
      ${sent.files ? html`<p>${t("many.files", { count: sent.files.length })} ${sent.passed > 0 ? t("many.passed", { count: sent.passed }) : ""}</p>` : nothing}
      ${sent.charsets ? this.charset() : nothing}
      ${sent.table
        ? html`<nw-columns .head=${this.head} .fields=${this.fields} .how=${this.how} .problem=${this.wrong}
            @nw-field=${(event) => this.mapped(event.detail)} @nw-how=${(event) => this.read({ ...this.how, ...event.detail })}></nw-columns>`
        : nothing}
      <div class="row run">
        <label>${t("facts.playbook")}
          <select name="edition" @change=${(event) => (this.edition = event.target.value)}>
            <option value="">${t("many.by-day")}</option>
            ${this.editions.map((each) => html`<option value=${each}>${each}</option>`)}
          </select></label>
        ${this.running
          ? html`<button type="button" class="danger" @click=${() => this.running.abort()}>${t("many.cancel")}</button>`
          : html`<button type="button" class="primary" ?disabled=${!ready || sent.files?.length === 0} @click=${this.start}>${t("many.start")}</button>`}
        <span role="status" class="progress">${this.running ? t("many.progress", { count: this.count, rate: this.rate }) : (this.said ?? "")}</span>
      </div>
    </section>`;
  }

  /** A file says not by itself how its letters are written, unless in UTF. */
  charset() {
    return html`<p class="row"><label>${t("many.charset")}
      <select name="charset" @change=${(event) => this.read({ ...this.how, charset: event.target.value })}>
        ${CHARSETS.map((each) => html`<option value=${each} .selected=${(this.how.charset ?? "") === each}>${t(`charset.${each || "utf-8"}`)}</option>`)}
      </select></label></p>`;
  }

  found() {
    return html`<section class="sheet" aria-labelledby="found-title">
      <h2 id="found-title">${t("verdict")}</h2>
      <nw-result-list .results=${this.results} .count=${this.count} .sent=${this.sent} .columns=${{ fields: this.fields, headerRow: this.head?.headerRow, charset: this.how.charset }}></nw-result-list>
      ${this.running
        ? nothing
        : html`<div class="row downloads"><label>${t("many.format")}
              <select name="format">${FORMATS.map((each) => html`<option value=${each}>${t(`many.format.${each}`)}</option>`)}</select></label>
            <button type="button" @click=${this.download}>${t("many.download")}</button>
            <span class="hint">${t("many.download.hint")}</span></div>`}
    </section>`;
  }

  hover(event) {
    event.preventDefault();
    this.over = true;
  }

  async drop(event) {
    event.preventDefault();
    this.over = false;
    this.take(handedIn(await dropped(event.dataTransfer)));
  }

  /** The same file can be chosen again, as after it was changed. */
  anew(event) {
    event.target.value = "";
  }

  choose(event) {
    if (event.target.files.length > 0) {
      this.take(handedIn(event.target.files));
    }
  }

  paste() {
    const text = this.querySelector("textarea").value;
    if (text.trim() !== "") {
      this.take(pasted(text));
    }
  }

  take(sent) {
    this.running?.abort();
    this.turn++;
    Object.assign(this, { sent, how: {}, head: null, fields: [], results: null, problem: null, wrong: null, said: "" });
    if (sent.table) {
      this.read({});
    }
  }

  /** Reads which column holds what by its name; what was said by hand for such a column before is said again. */
  async read(how) {
    this.how = how;
    const first = (head) => {
      this.own = head.columns.map((each) => each.field ?? "");
      const before = recall("check.columns", {});
      this.fields = head.columns.map((each) => {
        const field = before[each.name];
        return field !== undefined && (field === "" || head.missing.includes(field)) ? field : (each.field ?? "");
      });
      this.fields = this.fields.map((each, at) => (this.fields.indexOf(each) === at ? each : ""));
    };
    if ((await this.look({}, { first, retry: () => this.read(how) })) && Object.keys(this.mapping()).length > 0) {
      await this.look(this.mapping());
    }
  }

  /** Reads the columns; whether that was done, and nobody has asked for others meanwhile. */
  async look(map, { first = () => {}, retry = () => this.look(map) } = {}) {
    const mine = ++this.turn;
    this.wrong = null;
    try {
      const head = await columnsOf(this.sent, { ...this.how, map });
      if (mine === this.turn) {
        first(head);
        this.head = head;
        this.failed(null);
      }
      return mine === this.turn;
    } catch (problem) {
      if (mine === this.turn) {
        this.wrong = problem.kind === "problem" ? problem : null;
        this.failed(this.wrong && this.head ? null : problem, retry);
      }
      return false;
    }
  }

  /** A field and the column that holds it, where that is not what the names say. */
  mapping() {
    const map = {};
    this.fields.forEach((field, at) => {
      if (field && this.own[at] !== field) {
        map[field] = this.head.columns[at].name;
      }
    });
    for (const field of this.own) {
      if (field && !this.fields.includes(field)) {
        map[field] = "";
      }
    }
    return map;
  }

  mapped({ at, field }) {
    this.fields = this.fields.map((each, index) => (index === at ? field : each === field ? "" : each));
    remember("check.columns", { ...recall("check.columns", {}), [this.head.columns[at].name]: field });
    this.look(this.mapping());
  }

  asking() {
    return { ...this.how, map: this.sent.table ? this.mapping() : {} };
  }

  async start() {
    const mine = (this.running = new AbortController());
    const results = new Results();
    Object.assign(this, { results, problem: null, said: "", count: 0, rate: 0 });
    const began = performance.now();
    let seen = began;
    try {
      const answer = await check(this.sent, this.asking(), { format: "ndjson", edition: this.edition, signal: mine.signal });
      for await (const line of lines(answer)) {
        results.add(JSON.parse(line));
        const now = performance.now();
        if (now - seen > SEEN) {
          seen = now;
          this.count = results.rows.length;
          this.rate = Math.round((this.count * SECOND) / (now - began));
          await new Promise(requestAnimationFrame);
        }
      }
      this.ended(mine, results, "many.done");
    } catch (problem) {
      this.ended(mine, results, problem.name === "AbortError" ? "many.cancelled" : "many.broken", problem);
    }
  }

  ended(mine, results, key, problem) {
    if (mine !== this.running) {
      return;
    }
    this.running = null;
    this.count = results.rows.length;
    this.said = t(key, { count: this.count });
    if (problem && problem.name !== "AbortError") {
      this.failed(problem, () => this.start(), true);
      this.results = this.count > 0 ? results : null;
    }
  }

  async download() {
    const format = this.querySelector("select[name=format]").value;
    this.failed(null);
    try {
      const answer = await check(this.sent, this.asking(), { format, edition: this.edition });
      const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? `report.${format}`;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), SECOND);
      this.said = t("many.downloaded", { name });
    } catch (problem) {
      this.failed(problem, () => this.download(), true);
    }
  }
}

customElements.define("nw-many", Many);
