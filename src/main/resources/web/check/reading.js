// How the note was read: what the rules see of it, each part with its place in the text.
import { Part, html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { has, t } from "../shared/texts.js";

/** Parts that stand in the text, in the order in which people look for them; the rest follows. */
const FIRST = ["prefix", "status", "summary", "nextAction", "concerns", "executiveSummary"];
const HIDDEN = new Set(["id", "position", "limits"]);

function shown(value) {
  if (value === true || value === false) {
    return t(value ? "yes" : "no");
  }
  return harmless(Array.isArray(value) ? value.map((each) => (typeof each === "object" ? Object.values(each).join(" ") : each)).join(", ") : value);
}

/** The name of a part or fact; what the service adds and has no name here is shown by its own. */
function named(name) {
  return has(`read.${name}`) ? t(`read.${name}`) : name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
}

/** A long text by its beginning. */
const cut = (text) => (text.length > 120 ? `${text.slice(0, 120)} …` : text);

class Reading extends Part {
  static properties = { parsed: { attribute: false }, places: { attribute: false }, text: { attribute: false } };

  render() {
    const parsed = this.parsed;
    if (!parsed) {
      return nothing;
    }
    const parts = Object.keys(parsed).filter((name) => typeof parsed[name] === "object" && !Array.isArray(parsed[name]) && !HIDDEN.has(name));
    const order = [...FIRST.filter((each) => parts.includes(each)), ...parts.filter((each) => !FIRST.includes(each))];
    const plain = Object.keys(parsed).filter((name) => !parts.includes(name) && !HIDDEN.has(name));
    return html`${this.words()}<dl class="reading">
      ${order.map((name) => this.part(name, parsed[name]))}
      ${plain.map((name) => html`<div class="part"><dt>${named(name)}</dt><dd>${shown(parsed[name])}</dd></div>`)}
    </dl>`;
  }

  /** Which words were read as what, in the order of the text; each leads to its place. */
  words() {
    const places = [...(this.places ?? [])].filter((each) => each.end > each.start).sort((a, b) => a.start - b.start || a.end - b.end);
    if (places.length === 0 || this.text === undefined) {
      return nothing;
    }
    return html`<h2>${t("read.words")}</h2>
      <ul class="words">
        ${places.map((each) => {
          const words = this.text.slice(each.start, each.end);
          return html`<li>
            <button type="button" class="quiet small" @click=${() => this.tell("nw-reveal", each)}>${harmless(cut(words))}</button>
            <span class="hint">${each.property.split(".").map(named).join(" › ")}${each.value && each.value !== words ? `: ${harmless(each.value)}` : ""}</span>
          </li>`;
        })}
      </ul>
      <h2>${t("read.parts")}</h2>`;
  }

  part(name, facts) {
    const place = facts.end > facts.start;
    const told = Object.entries(facts).filter(
      ([fact, value]) => !["start", "end", "content", "length"].includes(fact) && value !== "" && value !== false && !(Array.isArray(value) && value.length === 0),
    );
    return html`<div class="part">
      <dt>${place
        ? html`<button type="button" class="quiet small" @click=${() => this.tell("nw-reveal", facts)}>${named(name)}</button>`
        : named(name)}</dt>
      <dd>
        ${facts.content ? html`<q>${harmless(cut(facts.content))}</q>` : nothing}
        ${told.length === 0 && !facts.content ? html`<span class="hint">${t("read.nothing")}</span>` : nothing}
        ${told.map(([fact, value]) => html`<span class="fact">${value === true ? named(fact) : html`${named(fact)}: ${shown(value)}`}</span>`)}
      </dd>
    </div>`;
  }
}

customElements.define("nw-reading", Reading);
