// How the note was read: what the rules see of it, each part with its place in the text.
import { Part, html, nothing } from "../shared/element.js";
import { has, t } from "../shared/texts.js";

/** Parts that stand in the text, in the order in which people look for them; the rest follows. */
const FIRST = ["prefix", "status", "summary", "nextAction", "concerns", "executiveSummary"];
const HIDDEN = new Set(["id", "position", "limits"]);

function shown(value) {
  if (value === true || value === false) {
    return t(value ? "yes" : "no");
  }
  return Array.isArray(value) ? value.map((each) => (typeof each === "object" ? Object.values(each).join(" ") : each)).join(", ") : String(value);
}

/** The name of a part or fact; what the service adds and has no name here is shown by its own. */
function named(name) {
  return has(`read.${name}`) ? t(`read.${name}`) : name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
}

class Reading extends Part {
  static properties = { parsed: { attribute: false } };

  render() {
    const parsed = this.parsed;
    if (!parsed) {
      return nothing;
    }
    const parts = Object.keys(parsed).filter((name) => typeof parsed[name] === "object" && !Array.isArray(parsed[name]) && !HIDDEN.has(name));
    const order = [...FIRST.filter((each) => parts.includes(each)), ...parts.filter((each) => !FIRST.includes(each))];
    const plain = Object.keys(parsed).filter((name) => !parts.includes(name) && !HIDDEN.has(name));
    return html`<dl class="reading">
      ${order.map((name) => this.part(name, parsed[name]))}
      ${plain.map((name) => html`<div class="part"><dt>${named(name)}</dt><dd>${shown(parsed[name])}</dd></div>`)}
    </dl>`;
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
        ${facts.content ? html`<q>${facts.content.length > 120 ? `${facts.content.slice(0, 120)} …` : facts.content}</q>` : nothing}
        ${told.length === 0 && !facts.content ? html`<span class="hint">${t("read.nothing")}</span>` : nothing}
        ${told.map(([fact, value]) => html`<span class="fact">${value === true ? named(fact) : html`${named(fact)}: ${shown(value)}`}</span>`)}
      </dd>
    </div>`;
  }
}

customElements.define("nw-reading", Reading);
