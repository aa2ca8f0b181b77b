// What the decisions come to: compliance over time, and findings by rule, role, note type and edition.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { number, t } from "../shared/texts.js";
import "./chart.js";
import { address, query, span } from "./address.js";
import { badge, name, percent } from "./words.js";

const PER = ["day", "week", "month"];
/** So many points fit a chart; the table has all. */
const POINTS = 400;
const BARS = 25;

class Figures extends Part {
  static properties = {
    at: { attribute: false },
    sums: { attribute: false },
    times: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    const wanted = JSON.stringify([this.at.per, this.at.filters]);
    if (changed.has("at") && wanted !== this.wanted) {
      this.wanted = wanted;
      this.load();
    }
  }

  async load() {
    const { wanted } = this;
    this.times = null;
    this.problem = null;
    try {
      const sums = await call("GET", `/v1/audit/summary?${query({ ...this.at.filters, by: this.at.per })}`);
      if (wanted === this.wanted) {
        this.times = sums.groups;
      }
    } catch (problem) {
      if (wanted === this.wanted) {
        this.problem = problem;
      }
    }
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.load());
    }
    const { sums } = this;
    if (!sums || !this.times) {
      return state("loading");
    }
    if (sums.notes.judged + sums.engagements.judged === 0) {
      return state("empty", { text: t("none") });
    }
    return html`
      <dl class="tiles">
        ${this.tile("figure.rate", percent(sums.notes.rate), t("figure.of", { some: sums.notes.compliant, all: sums.notes.judged }))}
        ${this.tile("figure.concerned", number(sums.notes.concerned), t("figure.concerned.hint"))}
        ${this.tile("figure.violations", number(sums.notes.violations + sums.engagements.violations), t("figure.violations.hint"))}
        ${this.tile("figure.waived", number((sums.notes.waived ?? 0) + (sums.engagements.waived ?? 0)), t("figure.waived.hint"))}
      </dl>
      <div class="figures">
        ${this.overTime()}
        ${this.rules()}
        ${this.shares("role", sums.byRole)}
        ${this.shares("noteType", sums.byNoteType)}
        ${this.shares("edition", sums.byEdition)}
      </div>`;
  }

  tile(key, value, hint) {
    return html`<div class="sheet tile"><dt>${t(key)}</dt><dd><strong>${value}</strong><span class="hint">${hint}</span></dd></div>`;
  }

  overTime() {
    const { per } = this.at;
    const groups = this.times.filter((each) => each[per] && each.rate !== undefined);
    const shown = groups.slice(-POINTS);
    const rates = shown.map((each) => Number(each.rate));
    return this.figure("time", t("time.title"), html`
      <div class="row per" role="group" aria-label=${t("per")}>
        ${PER.map((each) => html`<a class="button small" href=${address("figures", this.at.filters, { per: each })}
          aria-current=${each === per ? "true" : nothing}>${t(`per.${each}`)}</a>`)}
      </div>
      ${shown.length === 0 ? state("empty", { text: t("none") }) : html`
        <nw-audit-chart kind="line" .labels=${shown.map((each) => each[per])} .values=${rates} .most=${1} .format=${whole}
          .gist=${t("time.gist", { from: shown[0][per], to: shown.at(-1)[per], first: percent(rates[0]), last: percent(rates.at(-1)),
            least: percent(Math.min(...rates)), most: percent(Math.max(...rates)) })}></nw-audit-chart>
        ${this.table("time", t("time.title"), ["judged", "compliant", "rate", "violations", "waived"], t(`per.${per}`), groups.map((each) => ({
          label: each[per], filters: { ...this.at.filters, ...narrower(this.at.filters, span(per, each[per])) }, cells: cells(each),
        })))}`}`);
  }

  rules() {
    const rules = this.sums.byRule;
    const judged = this.sums.notes.judged;
    const shown = rules.slice(0, BARS);
    if (rules.length === 0) {
      return this.figure("rule", t("rule.title"), html`<p class="hint">${t("rule.none")}</p>`);
    }
    return this.figure("rule", t("rule.title"), html`
      <p class="hint">${t("rule.hint", { count: judged })}</p>
      <nw-audit-chart kind="bars" .labels=${shown.map((each) => each.rule)} .values=${shown.map((each) => each.notes + each.engagements)}
        .most=${Math.max(1, ...shown.map((each) => each.notes + each.engagements))} .format=${entire}
        .gist=${t("rule.gist", { rule: rules[0].rule, notes: rules[0].notes, count: rules.length })}></nw-audit-chart>
      ${this.table("rule", t("rule.title"), ["severity", "notes", "share", "engagements", "violations", "waived"], t("filter.rule"), rules.map((each) => ({
        label: each.rule, filters: { ...this.at.filters, rule: each.rule },
        cells: [badge("severity", each.severity), number(each.notes), percent(judged === 0 ? null : each.notes / judged), number(each.engagements),
          number(each.violations), number(each.waived ?? 0)],
      })))}`);
  }

  shares(key, counts) {
    const shown = counts.filter((each) => each.rate !== undefined).slice(0, BARS);
    if (shown.length === 0) {
      return nothing;
    }
    const rates = shown.map((each) => Number(each.rate));
    const least = shown[rates.indexOf(Math.min(...rates))];
    return this.figure(key, t(`${key}.title`), html`
      <nw-audit-chart kind="bars" .labels=${shown.map((each) => each[key] ?? t("unknown"))} .values=${rates} .most=${1} .format=${whole}
        .gist=${t("share.gist", { title: t(`${key}.title`), name: least[key] ?? t("unknown"), least: percent(least.rate), most: percent(Math.max(...rates)) })}></nw-audit-chart>
      ${this.table(key, t(`${key}.title`), ["judged", "compliant", "rate", "violations", "waived"], t(`filter.${key}`), counts.map((each) => ({
        label: each[key] ?? t("unknown"), filters: each[key] && each[key] !== "(others)" ? { ...this.at.filters, [key]: each[key] } : null, cells: cells(each),
      })))}`);
  }

  figure(key, title, body) {
    return html`<section class=${`sheet figure ${key}`} aria-labelledby=${`figure-${key}`}><h2 id=${`figure-${key}`}>${title}</h2>${body}</section>`;
  }

  /** The same in numbers; each row leads to its decisions. */
  table(key, title, heads, first, rows) {
    return html`<details class="numbers" ?open=${key === "rule"}>
      <summary>${t("table", { count: rows.length })}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table>
          <caption class="visually-hidden">${title}</caption>
          <thead><tr><th scope="col">${first}</th>${heads.map((each) => html`<th scope="col" class=${each === "severity" ? "" : "number"}>${t(`head.${each}`)}</th>`)}</tr></thead>
          <tbody>${rows.map((row) => html`<tr>
            <th scope="row">${row.filters ? html`<a href=${address("decisions", row.filters)}>${name(row.label)}</a>` : name(row.label)}</th>
            ${row.cells.map((each, at) => html`<td class=${heads[at] === "severity" ? "" : "number"}>${each}</td>`)}
          </tr>`)}</tbody>
        </table>
      </div>
    </details>`;
  }
}

const whole = (value) => `${Math.round(value * 100)} %`;
const entire = (value) => (Number.isInteger(value) ? number(value) : "");
const cells = (each) => [number(each.judged), number(each.compliant ?? 0), percent(each.rate), number(each.violations), number(each.waived ?? 0)];

/** A span within what is asked for already. */
function narrower(filters, { from, to }) {
  return {
    from: filters.from && filters.from > from ? filters.from : from,
    to: filters.to && filters.to < to ? filters.to : to,
  };
}

customElements.define("nw-audit-figures", Figures);
