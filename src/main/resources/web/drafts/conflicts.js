// Rows that somebody else has changed as well: both are shown, and one is chosen.
import { Part, html, nothing } from "../shared/element.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { cell } from "./grid/rows.js";

class RowConflicts extends Part {
  static properties = { columns: { attribute: false }, conflicts: { attribute: false } };

  render() {
    return html`<section class="conflicts" role="alert"><h3>${t("conflict.title", { count: this.conflicts.length })}</h3>
      <p class="hint">${t("conflict.hint")}</p>
      ${this.conflicts.map((each) => html`<div class="conflict"><p class="hint">${plain(each.base.filter((text) => text !== "").slice(0, 3).join(" · "))}</p><div class="scroll" tabindex="0" role="group" aria-label=${t("conflict.label")}>
        <table><thead><tr><th scope="col">${t("conflict.column")}</th><th scope="col">${t("conflict.base")}</th>
          <th scope="col">${t("conflict.mine")}</th><th scope="col">${t("conflict.theirs")}</th></tr></thead>
          <tbody>${this.columns.map((name, c) => (this.differ(each, c) ? this.line(each, name, c) : nothing))}</tbody></table></div>
        <p class="actions">
          <button type="button" @click=${() => this.tell("nw-chosen", { conflict: each, theirs: false })}>${each.mine === null
            ? t("conflict.keep-deleted") : t("conflict.keep-mine")}</button>
          <button type="button" @click=${() => this.tell("nw-chosen", { conflict: each, theirs: true })}>${each.theirs === null
            ? t("conflict.take-deleted") : t("conflict.take-theirs")}</button></p></div>`)}</section>`;
  }

  /** Only columns in which the three are not the same have to be read. */
  differ(each, c) {
    return [each.mine, each.theirs].some((cells) => cells === null || cell(cells, c) !== cell(each.base, c));
  }

  line(each, name, c) {
    const text = (cells) => (cells === null ? t("conflict.deleted") : plain(cell(cells, c)));
    const differs = (cells) => cells !== null && cell(cells, c) !== cell(each.base, c);
    return html`<tr><th scope="row">${plain(name)}</th><td>${text(each.base)}</td>
      <td class=${differs(each.mine) ? "differs" : ""}>${text(each.mine)}</td>
      <td class=${differs(each.theirs) ? "differs" : ""}>${text(each.theirs)}</td></tr>`;
  }
}

customElements.define("nw-row-conflicts", RowConflicts);
