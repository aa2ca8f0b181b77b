// Who may do what: the table by which calls are let through, with the roles of whoever reads it marked.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { session } from "../shared/session.js";

class Access extends Part {
  static properties = { table: { state: true }, own: { state: true }, problem: { state: true }, wanted: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.wanted = "";
    this.anew = () => this.load();
    addEventListener("nw-signed-in", this.anew);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("nw-signed-in", this.anew);
  }

  async load() {
    this.problem = null;
    try {
      [this.table, this.own] = await Promise.all([call("GET", "/v1/access"), session()]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.load());
    }
    if (!this.table) {
      return state("loading");
    }
    const { roles, calls, access } = this.table;
    const mine = new Set(this.own.roles);
    const shown = calls.filter((each) => each.operation.toLowerCase().includes(this.wanted.trim().toLowerCase()));
    return html`<p>${access === "none" ? t("access.open") : t("access.yours", { roles: this.own.roles.join(", ") })}</p>
      <label class="narrow">${t("access.filter")}
        <input type="search" .value=${this.wanted} @input=${(event) => (this.wanted = event.target.value)} /></label>
      <p class="visually-hidden" role="status">${t("access.shown", { count: shown.length })}</p>
      ${shown.length === 0
        ? state("empty", { text: t("access.none") })
        : html`<div class="scroll matrix" tabindex="0" role="group" aria-label=${t("access")}><table>
            <thead><tr><th scope="col">${t("access.call")}</th>
              ${roles.map((role) => html`<th scope="col" class=${mine.has(role) ? "own" : ""}>${role}
                ${mine.has(role) && access !== "none" ? html`<span class="badge info">${t("access.own")}</span>` : nothing}</th>`)}</tr></thead>
            <tbody>${shown.map((each) => this.row(each, roles, mine))}</tbody>
          </table></div>`}`;
  }

  row(each, roles, mine) {
    return html`<tr><th scope="row" class="mono">${each.operation}
        ${each.open ? html`<span class="badge">${t("access.anybody")}</span>` : nothing}</th>
      ${roles.map((role) => {
        const may = each.open || each.roles.includes(role);
        return html`<td class=${mine.has(role) ? "own" : ""}><span aria-hidden="true" class=${may ? "yes" : "no"}>${may ? "✓" : "–"}</span>
          <span class="visually-hidden">${t(may ? "access.yes" : "access.no")}</span></td>`;
      })}</tr>`;
  }
}

customElements.define("nw-access", Access);
