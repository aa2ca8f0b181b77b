// A rule as a form: what it says of itself, what it looks for, and what it tells.
import { Part, html, nothing } from "../shared/element.js";
import { has, t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { pieces, said } from "./rule-forms.js";
import { conditions } from "./rule-conditions.js";
import { Troubles } from "./rule-troubles.js";

const NONE = { metadata: [], facts: [], properties: [], clauses: [], all: [], property: () => undefined, comparisonsOf: () => [], meta: () => undefined, choices: () => [] };
const HEAD = ["severity", "clause", "roles", "noteTypes", "needs"];
const LISTS = ["roles", "noteTypes", "needs"];
const QUANTITIES = ["each", "exists", "not"];

/** `nw-form` tells of a form that somebody changed; it is a new one, the one that was given stays as it is. */
class RuleForm extends Part {
  static properties = { form: { attribute: false }, words: { attribute: false }, problems: { attribute: false }, readonly: { type: Boolean } };

  /** Changes a copy of the form; whoever did so goes on in the condition `next`, where one is named. */
  change(what, next = null) {
    const form = structuredClone(this.form);
    what(form);
    this.next = next;
    this.tell("nw-form", form);
  }

  updated() {
    const property = this.next && this.querySelector(`[list="rule-property${this.next.replaceAll("/", "-")}"]`);
    if (property) {
      this.next = null;
      property.focus();
    }
  }

  render() {
    const { form } = this;
    const known = this.words ?? NONE;
    const troubles = new Troubles(this.problems ?? []);
    const head = this.head(form, known, troubles);
    const facts = form.facts.map((fact, i) => this.fact(fact, i, known, troubles));
    const report = this.report(form.report, known, troubles);
    const rest = troubles.rest();
    return html`<fieldset class="rule-form" ?disabled=${this.readonly}><legend class="visually-hidden">${t("rule.form")}</legend>
      ${rest.length > 0 ? html`<div class="rule-rest">${rest}</div>` : nothing}
      ${head}
      <fieldset><legend>${t("rule.facts")}</legend>${facts}
        <button type="button" class="small" @click=${() => this.change((next) => next.facts.push({ quantity: "exists", name: "", fact: known.facts[0] ?? "Note", conditions: [] }))}>${t("rule.fact.add")}</button>
        ${troubles.at("/facts")}</fieldset>
      ${report}</fieldset>`;
  }

  head(form, known, troubles) {
    return html`<fieldset><legend>${t("rule.head")}</legend>
      ${this.text("/comment", t("rule.comment"), form.comment.join("\n"), troubles, (next, text) => (next.comment = text === "" ? [] : text.split("\n")), { rows: Math.max(2, form.comment.length), hint: t("rule.comment.hint") })}
      <div class="rule-head">
        ${this.text("/name", t("rule.name"), form.name, troubles, (next, text) => (next.name = text), { hint: t("rule.name.hint") })}
        ${HEAD.map((name) => (LISTS.includes(name) ? this.list(name, form, known, troubles) : this.single(name, form, known, troubles)))}
      </div>
      <label class="inline"><input type="checkbox" .checked=${form.enabled} @change=${(event) => this.change((next) => (next.enabled = event.target.checked))} />${t("rule.enabled")}</label>
      ${troubles.at("/enabled")}</fieldset>`;
  }

  label(name) {
    return has(`rule.${name}`) ? t(`rule.${name}`) : name;
  }

  text(pointer, label, value, troubles, put, { rows, hint } = {}) {
    const told = troubles.at(pointer, true);
    const id = `rule${pointer.replaceAll("/", "-")}`;
    const described = [hint ? `${id}-hint` : "", told === nothing ? "" : troubles.id(pointer)].filter(Boolean).join(" ") || nothing;
    const typed = (event) => this.change((next) => put(next, event.target.value));
    return html`<div><label for=${id}>${label}</label>
      ${rows ? html`<textarea id=${id} rows=${rows} .value=${value} aria-invalid=${told === nothing ? nothing : "true"} aria-describedby=${described} @input=${typed}></textarea>`
        : html`<input id=${id} autocomplete="off" spellcheck="false" .value=${value} aria-invalid=${told === nothing ? nothing : "true"} aria-describedby=${described} @input=${typed} />`}
      ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}${told}</div>`;
  }

  single(name, form, known, troubles) {
    const told = troubles.at(`/${name}`, true);
    const all = known.choices(name);
    const value = form[name];
    const options = all.some((each) => each.value === value) || value === "" ? all : [{ value, says: "" }, ...all];
    const id = `rule-${name}`;
    return html`<div><label for=${id}>${this.label(name)}</label>
      <select id=${id} aria-invalid=${told === nothing ? nothing : "true"} aria-describedby=${told === nothing ? nothing : troubles.id(`/${name}`)}
        @change=${(event) => this.change((next) => (next[name] = event.target.value))}>
        <option value="" .selected=${value === ""}>${t("rule.choose")}</option>
        ${options.map((each) => html`<option value=${each.value} .selected=${each.value === value}>${plain(each.value)}${each.says ? ` – ${plain(each.says)}` : ""}</option>`)}</select>${told}</div>`;
  }

  list(name, form, known, troubles) {
    const told = troubles.at(`/${name}`, true);
    const chosen = form[name];
    const all = known.choices(name);
    const options = [...chosen.filter((value) => !all.some((each) => each.value === value)).map((value) => ({ value, says: "" })), ...all];
    const toggle = (value, on) => this.change((next) => (next[name] = on
      ? options.map((each) => each.value).filter((each) => each === value || chosen.includes(each)).sort((a, b) => at(chosen, a) - at(chosen, b))
      : chosen.filter((each) => each !== value)));
    return html`<div><span class="rule-label" id="rule-${name}-label">${this.label(name)}</span>
      <details class="rule-many"><summary aria-describedby=${told === nothing ? nothing : troubles.id(`/${name}`)}><span class="visually-hidden">${this.label(name)}: </span>${chosen.length > 0 ? plain(chosen.join(", ")) : t(`rule.${name}.none`)}</summary>
        <div role="group" aria-labelledby="rule-${name}-label">${options.map((each) => html`<label class="inline"><input type="checkbox" .checked=${chosen.includes(each.value)}
          @change=${(event) => toggle(each.value, event.target.checked)} /><span>${plain(each.value)}${each.says ? html` <span class="hint">${plain(each.says)}</span>` : nothing}</span></label>`)}</div></details>${told}</div>`;
  }

  fact(fact, i, known, troubles) {
    const pointer = `/facts/${i}`;
    const name = (what) => t(`rule.fact.${what}`, { number: i + 1 });
    const facts = known.facts.includes(fact.fact) ? known.facts : [fact.fact, ...known.facts];
    const inner = conditions({
      pointer: `${pointer}/conditions`, list: fact.conditions, fact: fact.fact, known, troubles,
      change: (put, row) => this.change((next) => put(next.facts[i].conditions), row),
    });
    return html`<section class="rule-fact" aria-label=${t("rule.fact", { number: i + 1 })}>
      <div class="row">
        <select aria-label=${name("quantity")} @change=${(event) => this.change((next) => (next.facts[i].quantity = event.target.value))}>
          ${QUANTITIES.map((each) => html`<option value=${each} .selected=${each === fact.quantity}>${t(`rule.quantity.${each}`)}</option>`)}</select>
        <select aria-label=${name("type")} @change=${(event) => this.change((next) => (next.facts[i].fact = event.target.value))}>
          ${facts.map((each) => html`<option value=${each} .selected=${each === fact.fact}>${plain(each)}</option>`)}</select>
        <label class="inline">${t("rule.fact.called")} <input class="mono" aria-label=${name("name")} autocomplete="off" spellcheck="false" .value=${fact.name}
          @input=${(event) => this.change((next) => (next.facts[i].name = event.target.value))} /></label>
        ${this.form.facts.length > 1 ? html`<button type="button" class="small quiet" aria-label=${name("remove")} @click=${() => this.change((next) => next.facts.splice(i, 1))}>${t("rule.remove")}</button>` : nothing}
      </div>
      ${troubles.at(`${pointer}/name`)}${troubles.at(`${pointer}/fact`)}${troubles.at(`${pointer}/quantity`)}
      <p class="hint">${t(fact.conditions.length > 0 ? "rule.conditions" : "rule.conditions.none")}</p>
      ${inner}
      ${troubles.at(`${pointer}/conditions`)}${troubles.at(pointer)}</section>`;
  }

  report(report, known, troubles) {
    const bound = this.form.facts.filter((each) => each.quantity === "each" && each.name !== "");
    const places = bound.flatMap((each) => [each.name, ...known.properties.filter((one) => one.place && one.fact === each.fact).map((one) => `${each.name}.${one.path}`)]);
    const told = troubles.at("/report/place", true);
    return html`<fieldset><legend>${t("rule.report")}</legend>
      <div><label for="rule-place">${t("rule.place")}</label><input id="rule-place" class="mono" list="rule-places" autocomplete="off" spellcheck="false" .value=${report.place}
        aria-invalid=${told === nothing ? nothing : "true"} aria-describedby=${told === nothing ? nothing : troubles.id("/report/place")}
        @input=${(event) => this.change((next) => (next.report.place = event.target.value))} />
        <datalist id="rule-places">${places.map((each) => html`<option value=${each}></option>`)}</datalist>${told}</div>
      ${this.text("/report/message", t("rule.message"), said(report.message), troubles, (next, text) => (next.report.message = pieces(text)), { rows: 3, hint: t("rule.message.hint") })}
      ${troubles.at("/report")}</fieldset>`;
  }
}

const at = (list, value) => (list.includes(value) ? list.indexOf(value) : list.length);

customElements.define("nw-rule-form", RuleForm);
