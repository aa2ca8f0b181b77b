// The note, what is known of it, what was found in it, and how it was read.
import { Part, html, nothing } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { recall, remember } from "../shared/store.js";
import { t } from "../shared/texts.js";
import "./editor.js";
import "./facts.js";
import "./verdict.js";
import { facts, record } from "./facts.js";
import { Fixes } from "./fixes.js";
import { Judge } from "./judge.js";
import { addressOf, noteInAddress } from "./link.js";
import { placesOf } from "./template.js";
import { sample } from "./tour.js";

const REMEMBERED = ["role", "noteType", "timeTask", "writtenOn", "outsideTime"];

class Note extends Part {
  static properties = {
    facts: { state: true },
    report: { state: true },
    judged: { state: true },
    problem: { state: true },
    choices: { state: true },
    rules: { state: true },
    editions: { state: true },
    places: { state: true },
    said: { state: true },
    touring: { state: true },
    linked: { state: true },
  };

  constructor() {
    super();
    this.facts = recall("check.facts", {});
    this.rules = new Map();
    this.places = [];
    this.editions = [];
    this.judge = new Judge(
      (report, text) => this.answered(report, text),
      (problem) => (this.problem = problem),
    );
    this.fixes = new Fixes(
      (changes) => this.editor.change(changes),
      (key, values) => (this.said = t(key, values)),
    );
    addEventListener("hashchange", () => this.open());
    addEventListener("nw-online", (event) => event.detail && this.problem?.kind === "offline" && this.ask());
  }

  async firstUpdated() {
    this.editor = this.querySelector("nw-note-editor");
    await Promise.all([this.open(), this.offer()]);
  }

  /** What there is to choose from before anything is typed: the editions, and what the one in force offers. */
  async offer() {
    try {
      const { inForce, playbooks } = await call("GET", "/v1/playbooks");
      this.editions = playbooks.filter((each) => each.serving).map((each) => each.version);
      const first = this.facts.playbook ?? inForce ?? this.editions.at(-1);
      if (first && !this.choices) {
        this.choices = await call("GET", `/v1/playbooks/${encodeURIComponent(first)}/choices`);
      }
    } catch (problem) {
      this.problem ??= problem.kind === "signed-out" || problem.kind === "forbidden" ? problem : null;
    }
  }

  /** The note in the address, or else the one that was here last. */
  async open() {
    const given = await noteInAddress();
    if (given) {
      this.facts = facts(given.note);
      this.linked = given.digest ? given : null;
      this.editor.value = String(given.note.text ?? "");
    } else if (location.hash.length > 1) {
      this.said = t("link.unreadable");
    } else {
      const kept = recall("check.text", "");
      this.touring = kept === "" && !recall("check.toured", false);
      this.editor.value = kept;
    }
    this.ask();
  }

  render() {
    return html`
      ${this.touring ? html`<nw-tour @nw-start=${this.trySample} @nw-skip=${this.endTour}></nw-tour>` : nothing}
      <div class="check">
        <section class="note" aria-label=${t("note")}>
          <nw-facts .facts=${this.facts} .choices=${this.choices} .editions=${this.editions} .wrong=${this.wrong()} @nw-facts=${this.known}></nw-facts>
          <nw-note-editor @nw-typed=${this.typed}></nw-note-editor>
          <nw-places .places=${this.places} .text=${this.places.length > 0 ? this.editor.value : ""} @nw-reveal=${(event) => this.editor.reveal(event.detail.start, event.detail.end)}
            @nw-put=${this.put} @nw-places-done=${() => this.walk([])}></nw-places>
          <div class="row">
            <nw-template .choices=${this.choices} .facts=${this.facts} @nw-template=${this.begin}></nw-template>
            <button type="button" @click=${() => this.editor.undo()}>${t("undo")}</button>
            <button type="button" @click=${() => this.editor.redo()}>${t("redo")}</button>
            <button type="button" @click=${this.clear}>${t("note.clear")}</button>
            <button type="button" @click=${this.share}>${t("link.copy")}</button>
            <span role="status" class="hint">${this.said ?? ""}</span>
          </div>
        </section>
        <section class="sheet verdict" aria-label=${t("verdict")}>
          <nw-verdict .report=${this.report} .judged=${this.judged} .rules=${this.rules} .linked=${this.linked} .problem=${this.problem} .chosen=${this.facts.playbook}
            .begun=${Boolean(this.editor?.value)} @nw-by-day=${this.byDay} @nw-ask=${() => this.ask()} @nw-reveal=${(event) => this.editor.reveal(event.detail.start, event.detail.end)}
            @nw-fix=${(event) => this.fix(event.detail)} @nw-fix-all=${this.fixAll}></nw-verdict>
        </section>
      </div>
    `;
  }

  wrong() {
    const told = {};
    if (this.problem?.status === 422) {
      for (const each of this.problem.problem?.errors ?? []) {
        told[each.pointer?.replace(/^\//, "")] = each.detail;
      }
    }
    return told;
  }

  typed() {
    this.places = this.editor.places;
    remember("check.text", this.editor.value);
    this.said = "";
    this.soon();
  }

  known(event) {
    this.facts = event.detail;
    remember("check.facts", Object.fromEntries(Object.entries(this.facts).filter(([name]) => REMEMBERED.includes(name))));
    this.soon();
  }

  soon() {
    this.judge.soon(record(this.editor.value, this.facts), this.facts.playbook);
  }

  ask() {
    if (this.editor.value !== "" || this.report) {
      this.judge.now(record(this.editor.value, this.facts), this.facts.playbook);
    }
  }

  answered(report, text) {
    this.problem = null;
    this.report = report;
    this.judged = text;
    this.editor.show(report.violations, text, (violation) => this.fix(violation));
    if (this.edition !== report.digest) {
      this.edition = report.digest;
      this.learn(report.playbook);
    }
    this.fixes.make(report);
  }

  /** What the edition offers to choose from, and what its rules are about. */
  async learn(edition) {
    const path = `/v1/playbooks/${encodeURIComponent(edition)}`;
    const [rules, choices] = await Promise.all([
      call("GET", `${path}/rules`).catch(() => ({ rules: [] })),
      call("GET", `${path}/choices`).catch(() => this.choices),
    ]);
    this.choices = choices;
    this.rules = new Map(rules.rules.map((each) => [each.id, each]));
  }

  /** Makes one fix; where the text has changed since, what is found in it now decides. */
  fix(violation) {
    this.fixes.want(violation);
    this.mend();
  }

  fixAll() {
    this.fixes.wantAll();
    this.mend();
  }

  mend() {
    if (this.judged === this.editor.value) {
      this.fixes.make(this.report);
    } else {
      this.ask();
    }
  }

  /** Back to the edition that was in force when the note was written. */
  byDay() {
    this.facts = { ...this.facts, playbook: undefined };
    this.ask();
  }

  /** Puts a template into the editor, and begins at its first place. */
  begin({ detail: template }) {
    const { role, noteType, language, writtenOn } = template;
    this.facts = { ...this.facts, role, language, noteType: noteType ?? undefined, writtenOn: this.facts.writtenOn ?? writtenOn };
    this.endTour();
    this.editor.value = template.text;
    const places = placesOf(template);
    this.walk(places);
    this.said = t("template.begun");
    if (places.length > 0) {
      this.editor.reveal(places[0].start, places[0].end);
    }
    this.ask();
  }

  walk(places) {
    this.editor.places = places;
    this.places = places;
  }

  /** Whoever goes through the choices by arrows stays among them. */
  put({ detail: { start, end, text } }) {
    this.editor.change([{ start, end, text }]);
    this.editor.point(start, start + text.length);
  }

  clear() {
    this.walk([]);
    this.editor.value = "";
    this.editor.focus();
    this.said = t("note.cleared");
  }

  async share() {
    if (!this.report) {
      return;
    }
    const address = await addressOf({ ...record(this.editor.value, this.facts), ...(this.facts.playbook ? { playbook: this.facts.playbook } : {}) }, this.report);
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      this.said = t("link.copied");
    } catch {
      this.said = t("link.in-address");
    }
  }

  async trySample() {
    try {
      const note = await sample();
      this.facts = facts(note);
      this.editor.value = note.text;
      this.endTour();
      this.said = t("tour.next");
      this.editor.focus();
    } catch (problem) {
      this.problem = problem;
    }
  }

  endTour() {
    remember("check.toured", true);
    this.touring = false;
  }
}

customElements.define("nw-note", Note);
