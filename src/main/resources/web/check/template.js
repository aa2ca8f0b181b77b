// A note to begin with: for a role, a note type and a language; then its places, walked through one by one.
import { Part, html, nothing, refusal } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { languageName } from "./facts.js";

class Template extends Part {
  static properties = { choices: { attribute: false }, facts: { attribute: false }, role: { state: true }, problem: { state: true } };

  render() {
    const choices = this.choices;
    const roles = choices?.roles ?? [];
    const role = roles.find((each) => each.code === (this.role ?? this.assumed()));
    return html`
      <button type="button" ?disabled=${!choices} @click=${this.open}>${t("template.start")}</button>
      <dialog aria-labelledby="template-title">
        <form method="dialog" @submit=${this.begin}>
          <h2 id="template-title">${t("template.start")}</h2>
          <label>${t("facts.role")}
            <select name="role" @change=${(event) => (this.role = event.target.value)}>
              ${roles.map((each) => html`<option value=${each.code} .selected=${each === role}>${each.code} – ${each.name}</option>`)}
            </select>
          </label>
          <label>${t("facts.noteType")}
            <select name="noteType">
              <option value="">${t("facts.unknown")}</option>
              ${(role?.noteTypes ?? choices?.noteTypes ?? []).map((each) => html`<option value=${each} .selected=${each === this.facts?.noteType}>${each}</option>`)}
            </select>
          </label>
          <label>${t("facts.language")}
            <select name="language">
              ${(choices?.languages ?? []).map((each) => html`<option value=${each} .selected=${each === this.facts?.language}>${languageName(each)}</option>`)}
            </select>
          </label>
          <p class="hint">${t("template.hint")}</p>
          ${refusal(this.problem, () => (this.problem = null))}
          <p class="actions">
            <button type="button" @click=${() => this.querySelector("dialog").close()}>${t("cancel")}</button>
            <button type="submit" class="primary">${t("template.use")}</button>
          </p>
        </form>
      </dialog>
    `;
  }

  /** The role of the note, or else the one that the edition takes where a note names none. */
  assumed() {
    const named = this.choices?.roles?.find((each) => [each.code, each.name].includes(this.facts?.role));
    return named?.code ?? this.choices?.assumedRole;
  }

  open() {
    this.role = undefined;
    this.problem = null;
    this.querySelector("dialog").showModal();
  }

  async begin(event) {
    event.preventDefault();
    const asked = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value !== ""));
    if (this.facts?.writtenOn) {
      asked.set("writtenOn", this.facts.writtenOn);
    }
    try {
      const template = await call("GET", `/v1/playbooks/${encodeURIComponent(this.choices.playbook)}/template?${asked}`);
      this.querySelector("dialog").close();
      this.tell("nw-template", template);
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define("nw-template", Template);

class Places extends Part {
  static properties = { places: { attribute: false }, text: { attribute: false } };

  render() {
    const places = this.places ?? [];
    if (places.length === 0) {
      return nothing;
    }
    const open = places.filter((each) => !this.filled(each)).length;
    return html`<section class="sheet places" aria-labelledby="places-title">
      <div class="row spread">
        <h2 id="places-title">${t("places.title", { count: open })}</h2>
        <span class="row">
          <button type="button" class="small" ?disabled=${open === 0} @click=${this.next}>${t("places.next")}</button>
          <button type="button" class="quiet small" @click=${() => this.tell("nw-places-done")}>${t("places.done")}</button>
        </span>
      </div>
      <ol>
        ${places.map((each, at) => html`<li>
          <button type="button" class="quiet small" @click=${() => this.tell("nw-reveal", each)}>${t(`places.${each.kind}`)}${each.section ? html` <span class="hint">${each.label}</span>` : nothing}</button>
          ${this.filled(each) ? html`<span class="badge good">${t("places.filled")}</span>` : nothing}
          ${each.choices.length > 0
            ? html`<select aria-label=${t("places.choose", { place: `${t(`places.${each.kind}`)} ${each.label}` })} @change=${(event) => this.choose(at, event.target)}>
                <option value="">${t("places.choices")}</option>
                ${each.choices.map((choice) => html`<option value=${choice}>${choice}</option>`)}
              </select>`
            : nothing}
          ${each.kind === "day"
            ? html`<input type="date" aria-label=${t("places.choose", { place: `${t("places.day")} ${each.label}` })} @change=${(event) => this.choose(at, event.target)} />`
            : nothing}
        </li>`)}
      </ol>
    </section>`;
  }

  filled(place) {
    const now = this.text.slice(place.start, place.end);
    return now.trim() !== "" && now !== place.empty;
  }

  next() {
    this.tell("nw-reveal", this.places.find((each) => !this.filled(each)));
  }

  choose(at, { value }) {
    if (value !== "") {
      this.tell("nw-put", { ...this.places[at], text: value });
    }
  }
}

customElements.define("nw-places", Places);

/** The places of a template as the list shows them: with the words that stand there now, and those before them on their line. */
export function placesOf({ text, places }) {
  return places.map((each) => ({
    ...each,
    empty: text.slice(each.start, each.end),
    label: each.section ? text.slice(text.lastIndexOf("\n", each.start - 1) + 1).split(":")[0] : "",
  }));
}
