// The columns of a table: which field of notes each holds, to be said by hand where the names do not.
import { Part, html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { has, t } from "../shared/texts.js";

const fieldName = (field) => (has(`facts.${field}`) ? t(`facts.${field}`) : has(`field.${field}`) ? t(`field.${field}`) : field);

class Columns extends Part {
  static properties = { head: { attribute: false }, fields: { attribute: false }, how: { attribute: false }, problem: { attribute: false } };

  render() {
    const { head } = this;
    if (!head) {
      return nothing;
    }
    const all = [...new Set([...head.missing, ...head.columns.map((each) => each.field).filter(Boolean), ...this.fields.filter(Boolean)])];
    const problem = this.problem?.message ?? head.problem;
    return html`
      <div class="row">
        ${head.sheets.length > 1
          ? html`<label>${t("columns.sheet")}
              <select @change=${(event) => this.tell("nw-how", { sheet: event.target.value })}>
                <option value="">${t("columns.sheet.all")}</option>
                ${head.sheets.map((each) => html`<option value=${each.name} .selected=${this.how.sheet === each.name}>${harmless(each.name)}${each.hidden ? ` (${t("columns.hidden")})` : ""}</option>`)}
              </select></label>`
          : nothing}
        <label>${t("columns.header-row")}
          <input type="number" min="1" .value=${String(head.headerRow || 1)} @change=${(event) => this.tell("nw-how", { headerRow: event.target.value })} /></label>
      </div>
      ${problem ? html`<p class="error" role="alert">${harmless(problem)}</p>` : nothing}
      ${head.warnings.map((each) => html`<p class="hint">${harmless(each)}</p>`)}
      ${head.width > head.columns.length ? html`<p class="hint">${t("columns.more", { count: head.width - head.columns.length })}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${t("columns.title")}>
        <table class="columns">
          <thead>
            <tr><td></td>${head.columns.map((each) => html`<th scope="col">${harmless(each.name) || t("columns.unnamed")}</th>`)}</tr>
            <tr><th scope="row">${t("columns.holds")}</th>
              ${head.columns.map((each, at) => html`<td>
                <select aria-label=${t("columns.field", { column: harmless(each.name) || t("columns.unnamed") })} ?disabled=${each.name === ""}
                    @change=${(event) => this.tell("nw-field", { at, field: event.target.value })}>
                  <option value="" .selected=${!this.fields[at]}>${t("columns.nothing")}</option>
                  ${all.map((field) => html`<option value=${field} .selected=${this.fields[at] === field}>${fieldName(field)}</option>`)}
                </select>
                ${each.maybe && !this.fields[at] ? html`<p class="hint">${t("columns.maybe", { field: fieldName(each.maybe) })}</p>` : nothing}
              </td>`)}</tr>
          </thead>
          <tbody>
            ${head.rows.map((row) => html`<tr><th scope="row">${row.number}</th>
              ${head.columns.map((_, at) => html`<td><div class="cell">${harmless(row.cells[at] ?? "")}</div></td>`)}</tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define("nw-columns", Columns);
