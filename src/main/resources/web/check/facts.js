// What is known of a note beside its text: role, type, task, day and what else the record holds.
import { Part, html, nothing } from "../shared/element.js";
import { language, t } from "../shared/texts.js";

const KNOWN = ["role", "noteType", "writtenOn", "activity", "deployment", "language", "playbook"];
const languages = new Intl.DisplayNames([language], { type: "language" });

/** A language by its name. */
export function languageName(code) {
  try {
    return languages.of(code);
  } catch {
    return code;
  }
}
const LEVELS = ["l1", "l2", "l3"];

/** The record that is checked: what is not known is left out. */
export function record(text, facts) {
  const note = { text };
  for (const name of ["role", "noteType", "writtenOn", "activity", "deployment", "language"]) {
    if (facts[name]) {
      note[name] = facts[name];
    }
  }
  if (facts.outsideTime) {
    note.timeTask = "";
  } else if (facts.timeTask) {
    note.timeTask = facts.timeTask;
  }
  if (facts.covidAccelerated) {
    note.covidAccelerated = facts.covidAccelerated === "true";
  }
  const entitlement = Object.fromEntries(LEVELS.filter((each) => facts[each]).map((each) => [each, facts[each]]));
  if (Object.keys(entitlement).length > 0) {
    note.entitlementStatus = entitlement;
  }
  return note;
}

/** The facts of a record, as the form shows them. */
export function facts(note) {
  const { timeTask, covidAccelerated, entitlementStatus } = note;
  const known = {};
  for (const name of KNOWN) {
    if (typeof note[name] === "string") {
      known[name] = note[name];
    }
  }
  for (const level of LEVELS) {
    if (typeof entitlementStatus?.[level] === "string") {
      known[level] = entitlementStatus[level];
    }
  }
  if (timeTask === "") {
    known.outsideTime = true;
  } else if (timeTask) {
    known.timeTask = timeTask;
  }
  if (covidAccelerated !== undefined) {
    known.covidAccelerated = String(covidAccelerated);
  }
  return known;
}

/** What a refused record has wrong, by the name of the fact. */
export const wrongFacts = (problem) =>
  problem?.status === 422 ? Object.fromEntries((problem.problem?.errors ?? []).map((each) => [each.pointer?.replace(/^\//, ""), each.detail])) : {};

class Facts extends Part {
  static properties = { facts: { attribute: false }, editions: { attribute: false }, choices: { attribute: false }, wrong: { attribute: false } };

  constructor() {
    super();
    this.facts = {};
    this.choices = {};
    this.wrong = {};
    this.editions = [];
  }

  render() {
    const choices = this.choices ?? {};
    return html`<form class="facts" @submit=${(event) => event.preventDefault()} @input=${this.changed} @change=${this.changed}>
      ${this.choice("role", choices.roles)} ${this.choice("noteType", this.noteTypes())}
      ${this.choice("timeTask", choices.timeTasks, this.facts.outsideTime)}
      ${this.field("writtenOn", html`<input type="date" name="writtenOn" .value=${this.facts.writtenOn ?? ""} aria-invalid=${this.wrong.writtenOn ? "true" : "false"} />`)}
      <details class="more">
        <summary>${t("facts.more")}</summary>
        <div class="facts">
          <label class="inline"><input type="checkbox" name="outsideTime" .checked=${Boolean(this.facts.outsideTime)} />${t("facts.outsideTime")}</label>
          ${this.select("covidAccelerated", ["true", "false"])} ${this.select("deployment", ["active", "paused", "stopped"])}
          ${this.select("language", choices.languages ?? [], languageName)}
          ${this.select("playbook", this.editions, (each) => each, t("facts.playbook.by-day"))}
          ${this.choice("activity", choices.activities)}
          ${LEVELS.map((each) => this.choice(each, choices.entitlementStatuses?.[each]))}
        </div>
      </details>
    </form>`;
  }

  field(name, input) {
    return html`<label>${t(`facts.${name}`)} ${input}
      ${this.wrong[name] ? html`<span class="error">${this.wrong[name]}</span>` : nothing}
    </label>`;
  }

  choice(name, values = [], disabled = false) {
    return this.field(
      name,
      html`<input name=${name} list=${`choices-${name}`} autocomplete="off" .value=${this.facts[name] ?? ""} ?disabled=${disabled}
          aria-invalid=${this.wrong[name] ? "true" : "false"} />
        <datalist id=${`choices-${name}`}>
          ${(values ?? []).map((each) => html`<option value=${each.code ?? each.name ?? each}>${each.name ?? nothing}</option>`)}
        </datalist>`,
    );
  }

  /** Those that the chosen role uses; all where none is chosen, or one that the edition does not know. */
  noteTypes() {
    const role = this.choices?.roles?.find((each) => [each.code, each.name].includes(this.facts.role));
    return role?.noteTypes ?? this.choices?.noteTypes;
  }

  select(name, values, named = (each) => t(`facts.${name}.${each}`), none = t("facts.unknown")) {
    const known = this.facts[name];
    const all = known && !values.includes(known) ? [...values, known] : values;
    return this.field(
      name,
      html`<select name=${name}>
        <option value="" .selected=${!known}>${none}</option>
        ${all.map((each) => html`<option value=${each} .selected=${known === each}>${named(each)}</option>`)}
      </select>`,
    );
  }

  changed() {
    const form = new FormData(this.querySelector("form"));
    const known = {};
    for (const [name, value] of form) {
      if (value !== "") {
        known[name] = name === "outsideTime" ? true : value;
      }
    }
    this.facts = known;
    this.tell("nw-facts", known);
  }
}

customElements.define("nw-facts", Facts);
