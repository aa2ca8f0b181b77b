// The conditions of a rule: rows of property, comparison and value, and groups of them.
import { html, nothing } from "../shared/element.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";

const ALONE = ["yes", "no"];

/** A row to begin with. */
const newRow = () => ({ property: "", comparison: "yes", values: [], negated: false });

/** A list of conditions; `change` is given what changes the list of a copy of the form, and which row somebody goes on in. */
export function conditions({ pointer, list, fact, known, troubles, change, number = "" }) {
  const each = (condition, i) => {
    const own = { pointer: `${pointer}/${i}`, fact, known, troubles, number: number ? `${number}.${i + 1}` : `${i + 1}`,
      change: (put, next) => change((all) => {
        put(all[i]);
        if (all[i].parts?.length === 1) {
          all[i] = alone(all[i]);
        }
      }, next),
      remove: () => change((all) => all.splice(i, 1)),
      group: () => change((all) => all.splice(i, 1, { join: "any", negated: false, parts: [all[i], newRow()] }), `${pointer}/${i}/parts/1`) };
    return html`<li>${condition.join ? group(condition, own) : row(condition, own)}</li>`;
  };
  return html`<ol class="rule-conditions">${list.map(each)}</ol>
    <p class="row"><button type="button" class="small" @click=${() => change((all) => all.push(newRow()), `${pointer}/${list.length}`)}>${t(number ? "rule.row.add.in" : "rule.row.add", { number })}</button></p>`;
}

/** What stays of a group of which one part is left. */
function alone({ negated, parts: [left] }) {
  if (negated && ALONE.includes(left.comparison)) {
    return { ...left, comparison: left.comparison === "yes" ? "no" : "yes" };
  }
  return { ...left, negated: negated ? !left.negated : left.negated };
}

function group(condition, { pointer, fact, known, troubles, number, change, remove }) {
  const inner = conditions({ pointer: `${pointer}/parts`, list: condition.parts, fact, known, troubles, number, change: (put, next) => change((own) => put(own.parts), next) });
  return html`<fieldset class="rule-group"><legend>${t("rule.group", { number })}</legend>
    <div class="row"><select aria-label=${t("rule.group.join", { number })} @change=${(event) => change((own) => (own.join = event.target.value))}>
        ${["all", "any"].map((each) => html`<option value=${each} .selected=${each === condition.join}>${t(`rule.join.${each}`)}</option>`)}</select>
      ${negation(condition, number, change)}
      <button type="button" class="small quiet" aria-label=${t("rule.group.remove", { number })} @click=${remove}>${t("rule.remove")}</button></div>
    ${inner}${troubles.at(`${pointer}/parts`)}${troubles.at(pointer)}</fieldset>`;
}

const negation = (condition, number, change) => html`<label class="inline"><input type="checkbox" aria-label=${t("rule.negated.of", { number })} .checked=${condition.negated === true}
  @change=${(event) => change((own) => (own.negated = event.target.checked))} />${t("rule.negated")}</label>`;

function row(condition, own) {
  const { pointer, fact, known, troubles, number, change, remove } = own;
  const property = known.property(condition.property, condition.property.startsWith("$") ? undefined : fact);
  const all = known.comparisonsOf(property);
  const comparisons = all.some((each) => each.comparison === condition.comparison) ? all : [{ comparison: condition.comparison }, ...all];
  const comparison = all.find((each) => each.comparison === condition.comparison);
  const bad = (part) => (troubles.has(`${pointer}${part}`, true) ? "true" : nothing);
  const id = `rule-property${pointer.replaceAll("/", "-")}`;
  const described = troubles.has(pointer, true) ? troubles.id(pointer) : nothing;
  return html`<div class="rule-row">
      <input class="mono" aria-label=${t("rule.property", { number })} list=${id} autocomplete="off" spellcheck="false" .value=${condition.property}
        aria-invalid=${bad("/property")} aria-describedby=${described} title=${property?.says ?? nothing}
        @input=${(event) => change((mine) => choose(mine, event.target.value, known, fact))} />
      <datalist id=${id}>${known.properties.filter((each) => each.fact === fact).map((each) => html`<option value=${each.path}>${plain(each.says)}</option>`)}</datalist>
      <select aria-label=${t("rule.comparison", { number })} aria-invalid=${bad("/comparison")} aria-describedby=${described}
        @change=${(event) => change((mine) => compare(mine, event.target.value, all))}>
        ${comparisons.map((each) => html`<option value=${each.comparison} .selected=${each.comparison === condition.comparison}>${label(each)}</option>`)}</select>
      ${condition.values.map((value, i) => one(value, i, condition, comparison, property, { ...own, described }))}
      ${comparison?.several ? html`<button type="button" class="small" aria-label=${t("rule.value.add.of", { number })}
        @click=${() => change((mine) => mine.values.push({ kind: comparison.takes[0], written: "" }))}>${t("rule.value.add")}</button>` : nothing}
      ${ALONE.includes(condition.comparison) && !condition.negated ? nothing : negation(condition, number, change)}
      <button type="button" class="small quiet" aria-label=${t("rule.or.of", { number })} @click=${own.group}>${t("rule.or")}</button>
      <button type="button" class="small quiet" aria-label=${t("rule.row.remove", { number })} @click=${remove}>${t("rule.remove")}</button>
    </div>
    ${property ? html`<p class="hint rule-says">${plain(condition.comparison === "no" && property.saysNot ? property.saysNot : property.says)}</p>` : nothing}
    ${troubles.at(pointer, true)}`;
}

const label = (each) => (each.means ? `${ALONE.includes(each.comparison) ? t(`rule.${each.comparison}`) : each.comparison} – ${plain(each.means)}` : plain(each.comparison));

/** Another property: a comparison that it does not take gives way to the first that it does. */
function choose(mine, path, known, fact) {
  mine.property = path;
  const all = known.comparisonsOf(known.property(path, path.startsWith("$") ? undefined : fact));
  if (all.length > 0 && !all.some((each) => each.comparison === mine.comparison)) {
    compare(mine, all[0].comparison, all);
  }
}

/** Another comparison: values that it does not take give way to an empty one. */
function compare(mine, comparison, all) {
  const { takes = [], several = false } = all.find((each) => each.comparison === comparison) ?? {};
  mine.comparison = comparison;
  mine.negated = ALONE.includes(comparison) ? false : mine.negated;
  const kept = mine.values.filter((each) => takes.includes(each.kind));
  mine.values = takes.length === 0 ? [] : kept.length > 0 ? (several ? kept : kept.slice(0, 1)) : [empty(takes[0])];
}

const empty = (kind) => ({ kind, written: kind === "flag" ? "true" : "" });

function one(value, i, condition, comparison, property, { pointer, known, fact, troubles, number, change, described }) {
  const kinds = comparison?.takes.includes(value.kind) ? comparison.takes : [value.kind, ...(comparison?.takes ?? [])];
  const values = value.kind === "text" ? (property?.values ?? []) : value.kind === "property" ? known.properties.filter((each) => each.fact === fact).map((each) => ({ value: each.path, says: each.says })) : [];
  const id = `rule-value${pointer.replaceAll("/", "-")}-${i}`;
  const names = { number, value: i + 1 };
  const bad = troubles.has(`${pointer}/values/${i}`, true) || (i === 0 && troubles.has(`${pointer}/values`)) ? "true" : nothing;
  const put = (written) => change((mine) => (mine.values[i].written = written));
  return html`<span class="rule-value">
    ${kinds.length > 1 ? html`<select aria-label=${t("rule.value.kind", names)} @change=${(event) => change((mine) => (mine.values[i] = empty(event.target.value)))}>
      ${kinds.map((each) => html`<option value=${each} .selected=${each === value.kind}>${t(`rule.kind.${each}`)}</option>`)}</select>` : nothing}
    ${value.kind === "nothing" ? nothing
      : value.kind === "flag" ? html`<select aria-label=${t("rule.value", names)} @change=${(event) => put(event.target.value)}>
          ${["true", "false"].map((each) => html`<option value=${each} .selected=${each === value.written}>${t(`rule.flag.${each}`)}</option>`)}</select>`
        : html`<input aria-label=${t("rule.value", names)} list=${values.length > 0 ? id : nothing} inputmode=${value.kind === "number" ? "numeric" : nothing} autocomplete="off" spellcheck="false"
            .value=${value.written} aria-invalid=${bad} aria-describedby=${described} @input=${(event) => put(event.target.value)} />
          ${values.length > 0 ? html`<datalist id=${id}>${values.map((each) => html`<option value=${each.value}>${plain(each.says ?? "")}</option>`)}</datalist>` : nothing}`}
    ${condition.values.length > 1 ? html`<button type="button" class="small quiet" aria-label=${t("rule.value.remove", names)} @click=${() => change((mine) => mine.values.splice(i, 1))}>×</button>` : nothing}</span>`;
}
