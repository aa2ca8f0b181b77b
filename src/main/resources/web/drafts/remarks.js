// The review of a draft: what was submitted, approved, saved and said, oldest first, and a place to say something.
import { Part, html, nothing } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { Kept } from "./kept.js";

/** Saves of one person with nothing in between are one line. */
function together(all) {
  const told = [];
  for (const each of all) {
    const before = told[told.length - 1];
    if (each.save && before?.save && before.who.name === each.who.name) {
      told[told.length - 1] = { ...each, files: [...new Set([...before.files, ...each.files])] };
    } else {
      told.push(each);
    }
  }
  return told;
}

class Remarks extends Part {
  static properties = { draft: { attribute: false }, rights: { attribute: false }, page: { attribute: false }, refusal: { state: true } };

  get kept() {
    return new Kept(`draft.${this.draft.name}.comment`);
  }

  async send(event) {
    event.preventDefault();
    const input = event.target.elements.text;
    try {
      const draft = await call("POST", `/v1/drafts/${encodeURIComponent(this.draft.name)}/comments`, { json: { text: input.value } });
      input.value = "";
      this.kept.value = null;
      this.refusal = null;
      this.page.take(draft);
    } catch (problem) {
      this.refusal = problem.message;
    }
  }

  /** Everything that happened, in the order of time. */
  entries() {
    const { draft } = this;
    const saves = draft.history.map((each) => ({ at: each.at, who: each.by, what: t("event.saved"), files: each.files, save: true }));
    const all = [{ at: draft.created, who: draft.author, what: t("event.made") }, ...saves];
    if (draft.submission) {
      all.push({ at: draft.submission.at, who: draft.submission.by, what: t("event.submitted"), text: draft.submission.reason, digest: draft.submission.digest });
    }
    draft.approvals.forEach((each) => all.push({ at: each.at, who: each.by, what: t(each.voided ? "event.approved-void" : "event.approved"), text: each.comment,
      digest: each.digest, effect: each.effect, difference: each.difference, edition: each.edition, kind: each.voided ? "void" : "good" }));
    draft.comments.forEach((each) => all.push({ at: each.at, who: each.by, what: t("event.said"), text: each.text, kind: "said" }));
    if (draft.publication) {
      const { by, at, reason, edition } = draft.publication;
      all.push({ at, who: by, what: t("event.published", { edition }), text: reason, kind: "good" });
    }
    return together(all.sort((a, b) => a.at.localeCompare(b.at)));
  }

  render() {
    return html`<section class="sheet"><h3>${t("review.title")}</h3><ol class="events">${this.entries().map((each) => this.entry(each))}</ol>
      ${this.rights.has("commentDraft") ? html`<form @submit=${this.send}><label>${t("comment")}
        <textarea name="text" rows="3" required maxlength="2000" .value=${this.kept.value ?? ""} @input=${(event) => (this.kept.value = event.target.value)}></textarea></label>
        ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
        <p class="actions"><button type="submit">${t("comment.do")}</button></p></form>` : nothing}</section>`;
  }

  entry(each) {
    return html`<li class=${each.kind ?? ""}><p><strong>${plain(each.who.name)}</strong>${each.who.verified === "none"
        ? html` <span class="hint">${t("person.not-verified")}</span>` : nothing} ${each.what}
        <time class="hint" datetime=${each.at}>${instant(each.at)}</time></p>
      ${each.files?.length > 0 ? html`<p class="hint mono">${each.files.map(plain).join(", ")}</p>` : nothing}
      ${each.text ? html`<blockquote>${plain(each.text)}</blockquote>` : nothing}
      ${each.digest ? html`<details><summary>${t("event.exactly")}</summary><dl class="facts"><dt>${t("digest")}</dt><dd class="mono">${each.digest}</dd>
        ${each.edition ? html`<dt>${t("event.edition")}</dt><dd class="mono">${each.edition}</dd><dt>${t("event.difference")}</dt><dd class="mono">${each.difference}</dd>` : nothing}
        ${each.effect ? html`<dt>${t("summary.effect")}</dt><dd>${t("effect.changed", { changed: each.effect.changed, notes: each.effect.notes })}</dd>` : nothing}</dl></details>` : nothing}</li>`;
  }
}

customElements.define("nw-draft-remarks", Remarks);
