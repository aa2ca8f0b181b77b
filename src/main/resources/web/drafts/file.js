// The file of a draft that is looked at: a table as a grid, a rule in its editor where there is one, anything else as text.
import { keyed } from "lit/directives/keyed.js";
import { Part, html, nothing } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { ask } from "./dialogs.js";
import { plain } from "../shared/harmless.js";
import { isRule, isTable } from "./files.js";
import "./file-text.js";
import "./inherited.js";
import "./rule-editor.js";
import "./table.js";

class DraftFile extends Part {
  static properties = {
    draft: { attribute: false }, path: {}, line: { type: Number }, readonly: { type: Boolean },
    checks: { attribute: false }, difference: { attribute: false }, inherited: { type: Boolean }, deletable: { type: Boolean },
  };

  /** Saves what is typed; what cannot be saved is thrown. */
  async settle() {
    const table = this.querySelector("nw-table");
    if (table?.file?.model) {
      table.grid?.commit();
      await table.file.settle();
    }
    await this.querySelector("nw-file-text")?.settle();
    await this.querySelector("nw-rule-editor")?.settle();
  }

  render() {
    const { draft, path } = this;
    if (!path) {
      return html`<section class="sheet state"><h3>${t("file.choose")}</h3><p>${t("file.choose.how")}</p></section>`;
    }
    const found = draft.files.find((each) => each.path === path);
    if (!found && this.inherited) {
      return html`<section class="sheet file" aria-labelledby="file-name"><h3 id="file-name" class="mono">${plain(path)}</h3>
        ${keyed(`${draft.name}/${path}`, html`<nw-inherited-file .draft=${draft} .path=${path} .readonly=${this.readonly}></nw-inherited-file>`)}</section>`;
    }
    if (!found) {
      return html`<section class="sheet state" role="status"><p>${t("file.gone", { file: plain(path) })}</p></section>`;
    }
    return html`<section class="sheet file" aria-labelledby="file-name"><h3 id="file-name" class="mono">${plain(path)}
        ${found.change === "none" ? nothing : html`<span class="badge info">${t(`change.${found.change}`)}</span>`}
        ${this.deletable ? html`<button type="button" class="small quiet" @click=${() => this.remove(found)}>${t("file.delete")}</button>` : nothing}</h3>
      ${this.readonly ? html`<p class="hint">${t(draft.state === "editing" ? "file.not-yours" : `file.readonly.${draft.state}`)}</p>` : nothing}
      ${this.content(draft, path, found)}</section>`;
  }

  async remove({ path, digest }) {
    const draft = await ask(this, {
      title: t("file.delete.title", { file: path }), text: t("file.delete.text"), action: t("file.delete"), danger: true,
      does: () => call("DELETE", `/v1/drafts/${encodeURIComponent(this.draft.name)}/files/${path.split("/").map(encodeURIComponent).join("/")}`,
        { headers: { "If-Match": `"${digest}"` } }),
    });
    if (draft !== null) {
      this.page.take(draft);
    }
  }

  content(draft, path, found) {
    if (isTable(path)) {
      return keyed(`${draft.name}/${path}`, html`<nw-table .draft=${draft.name} .path=${path} .digest=${found.digest}
        .current=${draft.digest} .line=${this.line} ?readonly=${this.readonly} .checks=${this.checks} .difference=${this.difference}></nw-table>`);
    }
    if (isRule(path)) {
      return keyed(`${draft.name}/${path}`, html`<nw-rule-editor .draft=${draft.name} .path=${path} .digest=${found.digest}
        .line=${this.line} ?readonly=${this.readonly}></nw-rule-editor>`);
    }
    return keyed(`${draft.name}/${path}`, html`<nw-file-text .draft=${draft.name} .path=${path} .digest=${found.digest}
      .line=${this.line} ?readonly=${this.readonly}></nw-file-text>`);
  }
}

customElements.define("nw-draft-file", DraftFile);
