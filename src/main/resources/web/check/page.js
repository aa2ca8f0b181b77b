// The note, what is known of it, what was found in it, and how it was read.
import { Part, html, nothing } from "../shared/element.js";
import { follow } from "../shared/calls.js";
import { recall, remember } from "../shared/store.js";
import { t } from "../shared/texts.js";
import { entitle } from "../shared/title.js";
import "./editor.js";
import "./kept-note.js";
import "./verdict.js";
import { facts, record, wrongFacts } from "./facts.js";
import { Fixes } from "./fixes.js";
import { Judge } from "./judge.js";
import { addressOf, holdsNote, leaveAddress, noteInAddress } from "./link.js";
import { choicesOf, editions, rulesOf } from "./offers.js";
import { OwnNotes, kept } from "./own.js";
import { placesOf } from "./template.js";
import { sample } from "./tour.js";

class Note extends Part {
  static properties = Object.fromEntries(
    ["facts", "report", "judged", "problem", "choices", "rules", "editions", "places", "said", "touring", "linked"].map((each) => [each, { state: true }]),
  );

  constructor() {
    super();
    Object.assign(this, { facts: kept().facts, rules: new Map(), places: [], editions: [] });
    this.notes = new OwnNotes();
    this.judge = new Judge({
      answered: (report, text) => this.answered(report, text),
      failed: (problem) => (this.problem = problem),
      changed: () => this.requestUpdate(),
    });
    this.fixes = new Fixes(
      (changes) => this.editor.change(changes),
      (key, values) => (this.said = t(key, values)),
    );
    addEventListener("hashchange", () => (holdsNote() || (location.hash === "" && this.notes.borrowed)) && this.open());
  }

  async firstUpdated() {
    this.editor = this.querySelector("nw-note-editor");
    await Promise.all([this.open(), this.offer()]);
  }

  updated() {
    entitle(this.report && t("title.edition", { edition: this.report.playbook }));
  }

  connectedCallback() {
    super.connectedCallback();
    let before;
    this.unfollow = follow("/v1/playbooks", (_, answer) => {
      const now = answer.headers.get("ETag");
      if (before && before !== now) {
        this.offer(); // the policy was changed: the note is judged by what it is now
        this.ask();
      }
      before = now;
    }, { every: 2000 });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unfollow();
  }

  /** What there is to choose from before anything is typed: the editions, and what the one in force offers. */
  async offer() {
    try {
      const { all, first } = await editions();
      this.editions = all;
      const edition = this.facts.playbook ?? first;
      if (edition && !this.choices) {
        const choices = await choicesOf(edition);
        this.choices ??= choices;
      }
    } catch (problem) {
      this.problem ??= problem.kind === "signed-out" || problem.kind === "forbidden" ? problem : null;
    }
  }

  /** The note in the address, or else the one that the reader wrote last. */
  async open() {
    const own = kept();
    const given = await noteInAddress().catch(() => {
      this.said = t("link.unreadable");
      return null;
    });
    this.linked = given?.digest ? given : null;
    if (given) {
      const text = String(given.note.text ?? "");
      this.show({ text, facts: facts(given.note) }, text !== own.text);
    } else {
      this.touring = own.text === "" && !recall("check.toured", false);
      this.show(own);
    }
    this.ask();
  }

  /** Shows another note than before; one from elsewhere is borrowed, and not kept before the reader changes it. */
  show(note, borrowed = false) {
    this.facts = note.facts;
    this.walk([]);
    this.showing = true;
    this.editor.value = note.text;
    this.showing = false;
    this.notes.shown(borrowed);
  }

  /** Keeps the note as the reader has it now; the one in the address is not that any more. */
  keep() {
    leaveAddress();
    this.facts = this.notes.keep({ text: this.editor.value, facts: this.facts });
  }

  bringBack() {
    this.show(this.notes.bringBack({ text: this.editor.value, facts: this.facts }));
    leaveAddress();
    this.linked = null;
    this.said = "";
    this.ask();
    this.editor.focus();
  }

  render() {
    const { recorded, stale, waits } = this.judge;
    return html`
      ${this.touring ? html`<nw-tour @nw-start=${this.trySample} @nw-skip=${this.endTour}></nw-tour>` : nothing}
      <div class="check">
        <section class="note" aria-label=${t("note")}>
          <nw-facts .facts=${this.facts} .choices=${this.choices} .editions=${this.editions} .wrong=${wrongFacts(this.problem)} @nw-facts=${this.known}></nw-facts>
          <nw-kept-note .notes=${this.notes} .waiting=${this.notes.waiting} @nw-back=${this.bringBack}></nw-kept-note>
          <nw-note-editor @nw-typed=${this.typed} @nw-check=${this.checkByKey}></nw-note-editor>
          <nw-places .places=${this.places} .text=${this.places.length > 0 ? this.editor.value : ""} @nw-reveal=${(event) => this.editor.reveal(event.detail.start, event.detail.end)}
            @nw-put=${this.put} @nw-places-done=${() => this.walk([])}></nw-places>
          ${recorded === undefined ? nothing : html`<p class="hint records">${t(recorded ? "judge.recorded" : "judge.unrecorded")}</p>`}
          <div class="row">
            ${recorded ? html`<button type="button" class="primary" ?disabled=${waits} @click=${this.check}>${t("judge.check")}</button>` : nothing}
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
            .begun=${Boolean(this.editor?.value) && (!recorded || waits)} .recorded=${recorded} .stale=${stale}
            @nw-by-day=${this.byDay} @nw-ask=${this.check} @nw-reveal=${(event) => this.editor.reveal(event.detail.start, event.detail.end)}
            @nw-fix=${(event) => this.fix(event.detail)} @nw-fix-all=${this.fixAll}></nw-verdict>
        </section>
      </div>
    `;
  }

  typed() {
    this.places = this.editor.places;
    if (!this.showing) {
      this.said = "";
      this.keep();
      this.judge.soon(...this.note);
    }
  }

  known({ detail }) {
    const looks = detail.playbook !== this.facts.playbook;
    this.facts = detail;
    if (!looks || !this.notes.borrowed) {
      this.keep(); // who looks at it by another edition has not changed it
    }
    this.judge.soon(...this.note);
  }

  /** What is judged: the record, and the edition where one was chosen. */
  get note() {
    return [record(this.editor.value, this.facts), this.facts.playbook];
  }

  ask() {
    if (this.editor.value !== "" || this.report) {
      this.judge.anyway(...this.note);
    }
  }

  check() {
    this.judge.now(...this.note);
  }

  checkByKey(event) {
    if (this.judge.recorded) {
      event.preventDefault();
      this.check();
    }
  }

  answered(report, text) {
    this.problem = null;
    this.report = report;
    this.judged = text;
    this.editor.show(report.violations, text, (violation) => this.fix(violation));
    if (this.edition !== report.digest) {
      this.edition = report.digest;
      this.learn(report);
    }
    if (text === this.editor.value) {
      this.fixes.make(report);
    }
  }

  /** What the edition offers to choose from, and what its rules are about; unless another one has judged meanwhile. */
  async learn({ playbook, digest }) {
    const [rules, choices] = await Promise.all([rulesOf(playbook).catch(() => new Map()), choicesOf(playbook).catch(() => this.choices)]);
    if (digest === this.edition) {
      this.choices = choices;
      this.rules = rules;
    }
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
    const same = this.judged === this.editor.value;
    if (same) {
      this.fixes.make(this.report);
    } else {
      this.ask();
    }
    if (this.judge.recorded) {
      this.fixes.rest(); // what comes of it is judged when somebody asks for it
      this.said = same ? this.said : t("judge.first");
    }
  }

  /** Back to the edition that was in force when the note was written. */
  byDay() {
    this.facts = { ...this.facts, playbook: undefined };
    if (!this.notes.borrowed) {
      this.keep();
    }
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
    const [note, playbook] = this.note;
    const address = await addressOf(playbook ? { ...note, playbook } : note, this.report);
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
      this.notes.makeRoom();
      this.show({ text: note.text, facts: facts(note) });
      this.keep();
      this.endTour();
      this.ask();
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
