// The rules of an edition by clause, with what narrows them down.
import { Part, html, nothing, state } from "../shared/element.js";
import { repeat } from "lit/directives/repeat.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";
import { choices, chosen } from "./filter.js";
import { address, follows, go, move } from "./place.js";
import { word } from "./words.js";
import "./rule.js";

const NARROW = ["find", "severity", "role", "checked", "clause"];
const paragraphs = (text) => text.split(/\n\s*\n/).map((each) => html`<p>${harmless(each)}</p>`);

class Rules extends Part {
  static properties = { edition: { attribute: false }, stamp: { attribute: false }, here: { attribute: false } };

  render() {
    const shown = chosen(this.edition, this.here);
    const count = shown.reduce((sum, each) => sum + each.rules.length, 0);
    return html`<div class="by-clause">
      <div class="side">
        <search>${this.filter()}</search>
        <p class="hint" role="status">${t("shown.rules", { count })} ${t("shown.clauses", { count: shown.length })}</p>
        ${this.index(shown)}
      </div>
      <div class="clauses">
        ${this.here.rule && !this.edition.rules.some((each) => each.id === this.here.rule)
          ? html`<p class="notice">${t("rule.unknown", { id: harmless(this.here.rule) })}</p>` : nothing}
        ${shown.length === 0
          ? state("empty", { text: t("rules.none") })
          : repeat(shown, (each) => each.clause?.id ?? "", (each) => this.clause(each))}
      </div>
    </div>`;
  }

  filter() {
    const { severities, roles, checks } = choices(this.edition);
    const narrowed = NARROW.some((each) => this.here[each]);
    const pick = (field, all, shown) => html`<label>${t(`filter.${field}`)}
      <select @change=${(event) => move({ [field]: event.target.value })}>
        <option value="" .selected=${!this.here[field]}>${t(`filter.${field}.all`)}</option>
        ${all.map((each) => html`<option value=${each} .selected=${this.here[field] === each}>${shown(each)}</option>`)}
      </select></label>`;
    return html`<form class="filter" @submit=${(event) => event.preventDefault()}>
      <label class="find">${t("filter.find")}
        <input type="search" name="find" maxlength="200" autocomplete="off" .value=${this.here.find ?? ""}
          @input=${(event) => move({ find: event.target.value }, { replace: true })} /></label>
      ${pick("severity", severities, (each) => word("severity", each))}
      ${pick("role", roles, harmless)}
      ${pick("checked", checks, (each) => word("checked", each))}
      ${narrowed ? html`<button type="button" class="small" @click=${this.clear}>${t("filter.clear")}</button>` : nothing}
    </form>`;
  }

  clear() {
    const there = { ...this.here };
    NARROW.forEach((each) => delete there[each]);
    go(there);
    this.querySelector("input[name=find]").focus();
  }

  index(shown) {
    return html`<details class="index" ?open=${matchMedia("(min-width: 1000px)").matches}>
      <summary>${t("index")}</summary>
      <nav aria-label=${t("index")}><ol>
        ${repeat(shown.filter((each) => each.clause), (each) => each.clause.id, ({ clause, number, rules }) => html`<li value=${number}>
          <a href=${`#clause-${clause.id}`} @click=${(event) => this.jump(event, clause.id)}>${harmless(clause.title)}</a>
          ${rules.length > 0 ? html`<span class="hint">${t("index.rules", { count: rules.length })}</span>` : nothing}</li>`)}
      </ol></nav>
    </details>`;
  }

  jump(event, id) {
    event.preventDefault();
    const heading = document.getElementById(`clause-${id}`);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  clause({ clause, number, rules }) {
    if (!clause) {
      return html`<section class="clause" aria-labelledby="clause-lost"><h3 id="clause-lost">${t("clause.lost")}</h3>${this.cards(rules, null)}</section>`;
    }
    const person = clause.checkedBy !== "rules";
    const there = { edition: this.edition.version, clause: clause.id };
    return html`<section class=${`clause ${person ? "unruled" : ""}`} aria-labelledby=${`clause-${clause.id}`}>
      <div class="clause-text">
        <h3 id=${`clause-${clause.id}`} tabindex="-1"><span class="ordinal">${number}.</span> ${harmless(clause.title)}</h3>
        <p class="row"><a class="mono" href=${address(there)} @click=${(event) => follows(event, there)}
            aria-label=${t("clause.link", { id: harmless(clause.id) })}>${harmless(clause.id)}</a>
          <span class=${`badge ${person ? "" : "good"}`}>${word("checked", clause.checkedBy)}</span></p>
        ${paragraphs(clause.text)}
        ${clause.readings.length > 0 ? html`<details><summary>${t("readings", { count: clause.readings.length })}</summary>
          <ul>${clause.readings.map((each) => html`<li>${harmless(each)}</li>`)}</ul></details>` : nothing}
      </div>
      ${rules.length > 0 ? this.cards(rules, clause) : nothing}
    </section>`;
  }

  cards(rules, clause) {
    return html`<div class="cards">${repeat(rules, (rule) => rule.id, (rule) => html`<nw-rule data-rule=${rule.id} .rule=${rule} .edition=${this.edition}
      .stamp=${this.stamp} .trace=${clause?.trace.find((each) => each.rule === rule.id)} .named=${this.here.rule === rule.id}></nw-rule>`)}</div>`;
  }
}

customElements.define("nw-rules", Rules);
