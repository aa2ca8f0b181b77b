// The files of a draft by what they are, with what was changed and what lint says of each.
import { Part, html, nothing } from "../shared/element.js";
import { send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { ask } from "./dialogs.js";
import { plain } from "../shared/harmless.js";
import { records } from "../shared/delimited.js";
import { csv } from "./grid/delimited.js";
import { ofFile } from "./kept.js";
import { addressOf, fileCall, open } from "./place.js";
import { beginning, Turns } from "./rule-forms.js";

const GROUPS = ["tables", "rules", "fixtures", "other"];

export const isTable = (path) => path.endsWith(".csv");
export const isRule = (path) => path.endsWith(".drl");

function group(path) {
  return isTable(path) ? "tables" : path.startsWith("fixtures/") ? "fixtures" : isRule(path) ? "rules" : "other";
}

/** The first row of a new table, of the names of its columns as somebody types or pastes them. */
function header(columns) {
  const names = records(columns.trim(), columns.includes("\t") ? "\t" : ",")[0].map((each) => each.trim());
  if (names.includes("") || new Set(names).size < names.length) {
    throw new Error(t("files.add.columns.wrong"));
  }
  return csv(names, []).text;
}

/** The name of a file without what its group says already. */
export const short = (path) => path.replace(/^(tables|rules)\//, "");

class DraftFiles extends Part {
  static properties = {
    draft: { attribute: false }, shown: {}, lint: { attribute: false }, readonly: { type: Boolean }, inherited: { attribute: false },
    page: { attribute: false }, wanted: { state: true },
  };

  render() {
    const wanted = (this.wanted ?? "").toLowerCase();
    const files = [...this.draft.files, ...this.draft.deleted.map((path) => ({ path, change: "removed" })),
      ...this.inherited.map((path) => ({ path, change: "none", inherited: true }))]
      .sort((a, b) => a.path.localeCompare(b.path))
      .filter((each) => each.path.toLowerCase().includes(wanted));
    return html`<nav class="files sheet" aria-label=${t("files.title", { base: this.draft.base.edition })}>
      <label><span class="visually-hidden">${t("files.find")}</span>
        <input type="search" placeholder=${t("files.find")} @input=${(event) => (this.wanted = event.target.value)} /></label>
      ${GROUPS.map((each) => this.group(each, files.filter((file) => group(file.path) === each)))}
      ${files.length === 0 ? html`<p class="hint">${t("files.none")}</p>` : nothing}
      ${this.readonly ? nothing : html`<p><button type="button" class="small" @click=${this.add}>${t("files.add")}</button></p>`}</nav>`;
  }

  async add() {
    const draft = this.draft.name;
    const made = await ask(this, {
      title: t("files.add.title"), text: t("files.add.text"), action: t("files.add.do"),
      fields: [
        { name: "path", label: t("files.add.path"), hint: t("files.add.hint"), required: true },
        { name: "columns", label: t("files.add.columns"), hint: t("files.add.columns.hint"), required: true, when: ({ path }) => isTable((path ?? "").trim()) },
      ],
      does: async ({ path, columns = "" }) => {
        const name = path.trim();
        const body = isTable(name) ? header(columns) : isRule(name) ? (await new Turns(draft).write(beginning(name))).text : "\n";
        const answer = await send("PUT", fileCall(draft, name), { body, headers: { "Content-Type": "application/octet-stream", "If-None-Match": "*" } });
        return { name, draft: await answer.json() };
      },
    });
    if (made !== null) {
      this.page.take(made.draft);
      open(null, addressOf({ draft, file: made.name }));
      await this.page.updateComplete;
      await this.updateComplete;
      this.querySelector("a[aria-current]")?.focus();
    }
  }

  group(name, files) {
    return files.length === 0 ? nothing
      : html`<details ?open=${name === "tables" || files.length < 12 || files.some((each) => each.path === this.shown) || !!this.wanted}>
          <summary>${t(`files.${name}`)} <span class="hint">${files.length}</span></summary>
          <ul>${files.map((each) => this.line(each))}</ul></details>`;
  }

  line(each) {
    const found = this.lint.filter((one) => one.file.endsWith(`/${each.path}`) || one.file === each.path);
    const bad = found.some((one) => one.severity === "error");
    const address = addressOf({ draft: this.draft.name, file: each.path });
    return html`<li>${each.change === "removed"
      ? html`<s>${plain(short(each.path))}</s>`
      : html`<a href=${address} class=${each.inherited ? "inherited" : ""} aria-current=${each.path === this.shown ? "true" : nothing} @click=${(event) => open(event, address)}>${plain(short(each.path))}</a>`}
      ${each.change === "none" ? nothing : html`<span class="badge info">${t(`change.${each.change}`)}</span>`}
      ${each.path !== this.shown && ofFile(this.draft.name, each.path).value !== null
        ? html`<span class="badge warning">${t("files.kept")}</span>` : nothing}
      ${found.length > 0 ? html`<span class="badge ${bad ? "error" : "warning"}">${t("files.found", { count: found.length })}</span>` : nothing}</li>`;
  }
}

customElements.define("nw-draft-files", DraftFiles);
