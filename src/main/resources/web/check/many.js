// Many notes at once: a file, a folder or pasted rows, checked by one call whose answer is read as it comes.
import { Part, html, nothing, problemState } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { recall, remember } from "../shared/store.js";
import { t } from "../shared/texts.js";
import "./columns.js";
import "./result-list.js";
import { Results } from "./results.js";
import { ENDINGS, check, columnsOf, dropped, handedIn, lines, pasted } from "./sent.js";

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
  }

  async firstUpdated() {
    try {
      const { playbooks } = await call("GET", "/v1/playbooks");
      this.editions = playbooks.filter((each) => each.serving).map((each) => each.version);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`
      <section class="sheet many" aria-labelledby="many-title">
        <h2 id="many-title">${t("many.title")}</h2>
        <p>${t("many.text")} <strong>${t("many.recorded")}</strong></p>
        ${this.handIn()}
      </section>
      ${this.sent ? this.chosen() : nothing}
      ${this.problem ? html`<section class="sheet">${problemState(this.problem, this.sent ? () => this.start() : undefined)}</section>` : nothing}
      ${this.results ? this.found() : nothing}
    `;
  }

  handIn() {
    return html`<div class=${this.over ? "drop over" : "drop"} @dragover=${this.hover} @dragleave=${() => (this.over = false)} @drop=${this.drop}>
        <label>${t("many.file")} <input type="file" name="file" accept=${ENDINGS.join(",")} @change=${this.choose} /></label>
        <label>${t("many.folder")} <input type="file" name="folder" webkitdirectory @change=${this.choose} /></label>
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

  found() {
    return html`<section class="sheet" aria-labelledby="found-title">
      <h2 id="found-title">${t("verdict")}</h2>
      <nw-result-list .results=${this.results} .count=${this.count} .sent=${this.sent} .columns=${{ fields: this.fields, headerRow: this.head?.headerRow }}></nw-result-list>
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
    Object.assign(this, { sent, head: null, fields: [], results: null, problem: null, wrong: null, said: "" });
    if (sent.table) {
      this.read({});
    }
  }

  /** Reads which column holds what by its name; what was said by hand for such a column before is said again. */
  async read(how) {
    this.how = how;
    await this.look({}, (head) => {
      this.own = head.columns.map((each) => each.field ?? "");
      const before = recall("check.columns", {});
      this.fields = head.columns.map((each) => {
        const field = before[each.name];
        return field !== undefined && (field === "" || head.missing.includes(field)) ? field : (each.field ?? "");
      });
      this.fields = this.fields.map((each, at) => (this.fields.indexOf(each) === at ? each : ""));
    });
    if (this.head && Object.keys(this.mapping()).length > 0) {
      await this.look(this.mapping());
    }
  }

  async look(map, first = () => {}) {
    const { sent } = this;
    this.wrong = null;
    try {
      const head = await columnsOf(sent, { ...this.how, map });
      if (sent === this.sent) {
        first(head);
        this.head = head;
      }
    } catch (problem) {
      if (sent === this.sent) {
        this.wrong = problem.kind === "problem" ? problem : null;
        this.problem = problem.kind === "problem" && this.head ? null : problem;
      }
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
      this.problem = problem;
      this.results = this.count > 0 ? results : null;
    }
  }

  async download() {
    const format = this.querySelector("select[name=format]").value;
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
      this.problem = problem;
    }
  }
}

customElements.define("nw-many", Many);
