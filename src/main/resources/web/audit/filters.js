// What decisions are asked for by; each change goes into the address.
import { Part, html, nothing } from "../shared/element.js";
import { t } from "../shared/texts.js";
import { address, dayAfter, isDay } from "./address.js";
import { harmless, word } from "./words.js";

const VERDICTS = ["compliant", "violating", "needsPerson"];
const SEVERITIES = ["error", "warning", "info"];
const SELDOM = ["note", "digest", "caller", "identity", "waived"];
const WITHOUT = ["changes", "proof"];

class Filters extends Part {
  static properties = { filters: { attribute: false }, choices: { attribute: false }, view: {} };

  /** Whatever is in the address stands in the fields, also after going back. */
  updated() {
    for (const field of this.querySelectorAll("input, select")) {
      const value = this.shown(field.name);
      if (field.type === "checkbox") {
        field.checked = value === "true";
      } else if (field.value !== value) {
        field.value = value;
      }
    }
  }

  /** The last day is asked for as the one before which it ends. */
  shown(name) {
    const value = this.filters[name] ?? "";
    return name === "to" && isDay(value) ? dayAfter(value, -1) : value;
  }

  render() {
    const { choices } = this;
    if (WITHOUT.includes(this.view)) {
      return nothing;
    }
    const seldom = SELDOM.some((each) => this.filters[each]);
    return html`<form class="filters sheet" role="search" aria-label=${t("filters")} @change=${this.changed} @submit=${this.submit}>
      ${this.day("from")} ${this.day("to")}
      ${this.choice("verdict", VERDICTS, (each) => word("verdict", each))}
      ${this.choice("severity", SEVERITIES, (each) => word("severity", each))}
      ${this.choice("rule", choices.byRule.map((each) => each.rule).sort())}
      ${this.choice("role", choices.byRole.map((each) => each.role))}
      ${this.choice("noteType", choices.byNoteType.map((each) => each.noteType))}
      ${this.choice("edition", choices.byEdition.map((each) => each.edition))}
      ${this.text("author")} ${this.text("engagement")}
      <div class="last"><details class="more" ?open=${seldom}>
        <summary>${t("filters.more")}</summary>
        <div class="fields">
          ${["note", "digest", "caller", "identity"].filter((each) => each !== "identity" || this.view !== "replay").map((each) => this.text(each))}
          <label class="inline"><input type="checkbox" name="waived" />${t("filter.waived")}</label>
        </div>
      </details>
      <div class="row ends">
        ${Object.keys(this.filters).length > 0 ? html`<a class="button" href=${address(this.view, {})}>${t("filters.clear")}</a>` : nothing}
        <button type="submit">${t("filters.apply")}</button>
      </div></div>
    </form>`;
  }

  day(name) {
    const moment = this.filters[name] && !isDay(this.filters[name]);
    return html`<label>${t(`filter.${name}`)}<input name=${name} type=${moment ? "text" : "date"} /></label>`;
  }

  text(name) {
    return html`<label>${t(`filter.${name}`)}<input name=${name} type="text" autocomplete="off" spellcheck="false" maxlength="200" /></label>`;
  }

  /** What there is to choose, and what was asked for if that is not among it. */
  choice(name, values, label = harmless) {
    const known = values.filter((each) => each && each !== "(others)");
    const asked = this.filters[name];
    const all = asked && !known.includes(asked) ? [...known, asked] : known;
    return html`<label>${t(`filter.${name}`)}
      <select name=${name}>
        <option value="">${t("filter.any")}</option>
        ${all.map((each) => html`<option value=${each} .selected=${each === asked}>${label(each)}</option>`)}
      </select>
    </label>`;
  }

  submit(event) {
    event.preventDefault();
    this.changed();
  }

  changed() {
    const said = {};
    for (const [name, value] of new FormData(this.querySelector("form"))) {
      const text = String(value).trim();
      if (text !== "") {
        said[name] = name === "waived" ? "true" : name === "to" && isDay(text) ? dayAfter(text) : text;
      }
    }
    if (JSON.stringify(said) !== JSON.stringify(this.filters)) {
      this.tell("nw-go", { address: address(this.view, said) });
    }
  }
}

customElements.define("nw-audit-filters", Filters);
