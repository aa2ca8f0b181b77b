// A note to begin with: one of the edition's own examples, with as much to see and mend as there is.
import { Part, html } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { everyCheckIsRecorded } from "./judge.js";

/** Rules that are looked at for an example; more would keep a first visitor waiting. */
const MOST = 40;

export async function sample() {
  const { inForce, playbooks } = await call("GET", "/v1/playbooks");
  const edition = inForce ?? playbooks[playbooks.length - 1].version;
  const path = `/v1/playbooks/${encodeURIComponent(edition)}/rules`;
  const { rules } = await call("GET", path);
  const answers = await Promise.all(rules.slice(0, MOST).map((each) => call("GET", `${path}/${encodeURIComponent(each.id)}`).catch(() => null)));
  const notes = answers.flatMap((each) => each?.examples?.violates ?? []).map((each) => each.note).filter((each) => typeof each?.text === "string");
  if (notes.length === 0) {
    throw new Error("no example");
  }
  const first = await worth(notes[0]).catch((problem) => problem);
  if (everyCheckIsRecorded(first)) {
    return notes[0]; // which is best is not worth so many decisions
  }
  const judged = await Promise.all(notes.slice(0, MOST).map(async (note) => ({ note, worth: await worth(note).catch(() => 0) })));
  judged.sort((a, b) => b.worth - a.worth);
  return judged[0].note;
}

/** How much there is to see and mend in a note. */
async function worth(note) {
  const { violations } = await call("POST", "/v1/check?record=false", { json: note });
  return violations.filter((each) => each.fix).length * 10 + violations.length;
}

/** What a first visitor is offered. */
class Tour extends Part {
  render() {
    return html`<section class="sheet tour" aria-labelledby="tour-title">
      <h2 id="tour-title">${t("tour.title")}</h2>
      <p>${t("tour.about")}</p>
      <p class="row">
        <button type="button" class="primary" @click=${() => this.tell("nw-start")}>${t("tour.start")}</button>
        <button type="button" @click=${() => this.tell("nw-skip")}>${t("tour.skip")}</button>
      </p>
    </section>`;
  }
}

customElements.define("nw-tour", Tour);
