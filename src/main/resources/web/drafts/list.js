// All drafts, and how to begin one.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call, follow } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { ask } from "./dialogs.js";
import { plain } from "../shared/harmless.js";
import { isFinal, open } from "./place.js";
import { rights } from "./rights.js";

const CLOSED = ["published", "discarded"];
const MOST_NAME = 64;
const EVERY = 1500;

/** A name of small letters, digits and hyphens out of a title; a number where there is one like it already. */
export function suggested(title, taken) {
  const stem = title.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "").slice(0, MOST_NAME - 4).replace(/-+$/, "") || "draft";
  let name = stem;
  for (let i = 2; taken.has(name); i++) {
    name = `${stem}-${i}`;
  }
  return name;
}

class DraftList extends Part {
  static properties = { drafts: { state: true }, failure: { state: true }, closed: { state: true }, rights: { state: true }, editions: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end?.();
  }

  begin() {
    this.end?.();
    this.end = follow("/v1/drafts", (answer) => {
      this.drafts = answer;
      this.failure = null;
    }, {
      every: EVERY,
      failed: (problem) => {
        this.failure = problem;
        if (isFinal(problem)) {
          this.end?.();
        }
      },
    });
    rights().then((all) => (this.rights = all));
    call("GET", "/v1/playbooks").then((answer) => (this.editions = answer), () => (this.editions = { playbooks: [] }));
  }

  render() {
    if (this.failure && (!this.drafts || this.failure.kind !== "offline")) {
      return problemState(this.failure, () => this.begin());
    }
    if (!this.drafts || !this.rights) {
      return state("loading");
    }
    const { drafts, damaged } = this.drafts;
    if (drafts.length === 0 && damaged.length === 0) {
      return this.nothingYet();
    }
    const open = drafts.filter((each) => !CLOSED.includes(each.state));
    const shown = (this.closed || open.length === 0 ? drafts : open)
      .toSorted((a, b) => b.changed.localeCompare(a.changed));
    return html`<div class="row spread list-head"><p class="hint">${t("list.hint")}</p>
        <div class="row">${open.length < drafts.length && open.length > 0
          ? html`<label class="inline"><input type="checkbox" .checked=${!!this.closed} @change=${(event) => (this.closed = event.target.checked)} />
              ${t("list.closed", { count: drafts.length - open.length })}</label>` : nothing}
          ${this.button()}</div></div>
      ${damaged.length > 0 ? html`<p class="note error" role="alert">${t("list.damaged", { names: damaged.join(", ") })}</p>` : nothing}
      <div class="sheet scroll drafts-table" tabindex="0" role="region" aria-label=${t("list.title")}><table>
        <thead><tr>${["draft", "state", "base", "author", "changed"].map((each) => html`<th scope="col">${t(`list.${each}`)}</th>`)}<th scope="col"><span class="visually-hidden">${t("list.actions")}</span></th></tr></thead>
        <tbody>${shown.map((each) => this.line(each))}</tbody></table></div>`;
  }

  button() {
    return this.rights.has("createDraft")
      ? html`<button type="button" class="primary" @click=${this.create}>${t("new.button")}</button>`
      : nothing;
  }

  nothingYet() {
    return html`<section class="sheet state first-draft"><h2>${t("first.title")}</h2><p>${t("first.what")}</p><p>${t("first.how")}</p>
      ${this.rights.has("createDraft") ? html`<p>${this.button()}</p>` : html`<p>${t("first.not-you")}</p>`}</section>`;
  }

  line(each) {
    const address = `/drafts?draft=${encodeURIComponent(each.name)}`;
    return html`<tr><td><a href=${address} @click=${(event) => open(event, address)}><strong>${plain(each.title)}</strong></a>
        <div class="hint mono">${plain(each.name)}</div></td>
      <td><span class="badge ${BADGES[each.state] ?? ""}">${t(`draft.${each.state}`)}</span>
        ${each.moved ? html`<span class="badge warning">${t("draft.moved")}</span>` : nothing}</td>
      <td>${each.edition}</td><td>${plain(each.author.name)}</td><td><time datetime=${each.changed}>${instant(each.changed)}</time></td>
      <td class="number">${CLOSED.includes(each.state) || !this.rights.has("discardDraft") ? nothing
        : html`<button type="button" class="small" aria-label=${t("discard.of", { name: each.name })} @click=${() => this.discard(each)}>${t("discard.button")}</button>`}</td></tr>`;
  }

  discard(each) {
    return ask(this, {
      title: t("discard.title", { name: each.name }), text: t("discard.text"), action: t("discard.button"), danger: true,
      does: () => call("DELETE", `/v1/drafts/${encodeURIComponent(each.name)}`),
    });
  }

  async create() {
    const taken = new Set((this.drafts?.drafts ?? []).map((each) => each.name));
    const bases = (this.editions?.playbooks ?? []).map((each) => [each.version, t(each.inForce ? "new.in-force" : "new.edition", { edition: each.version })]).reverse();
    const now = this.editions?.inForce;
    let named = false;
    const made = await ask(this, {
      title: t("new.title"), text: t("new.text"), action: t("new.create"),
      fields: [
        { name: "title", label: t("new.what"), hint: t("new.what.hint"), required: true,
          input: (event) => {
            const name = event.target.form.elements.name;
            if (!named) {
              name.value = suggested(event.target.value, taken);
            }
          } },
        { name: "name", label: t("new.name"), hint: t("new.name.hint"), value: suggested("", taken), required: true, pattern: "[a-z0-9\\-]+",
          input: () => (named = true) },
        { name: "from", label: t("new.from"), value: now, options: [...bases, ["waivers.csv", t("new.waivers")]] },
        { name: "inForceFrom", label: t("new.day"), hint: t("new.day.hint"), type: "date" },
      ],
      does: ({ inForceFrom, ...values }) => call("POST", "/v1/drafts", { json: inForceFrom ? { ...values, inForceFrom } : values }),
    });
    if (made !== null) {
      open(null, `/drafts?draft=${encodeURIComponent(made.name)}`);
    }
  }
}

export const BADGES = { editing: "info", "in-review": "warning", approved: "good", published: "good", discarded: "" };

customElements.define("nw-draft-list", DraftList);
