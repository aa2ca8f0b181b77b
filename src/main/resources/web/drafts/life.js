// How far a draft has come, what is next, who may do it, and the buttons that do it.
import { Part, html, nothing } from "../shared/element.js";
import { call } from "../shared/calls.js";
import { instant, t } from "../shared/texts.js";
import { ask } from "./dialogs.js";
import { marked } from "./difference.js";
import { plain } from "../shared/harmless.js";
import { open } from "./place.js";

const STEPS = ["editing", "in-review", "approved", "published"];
/** Where nobody has to approve. */
const SHORT = ["editing", "submitted", "published"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

class Life extends Part {
  static properties = {
    draft: { attribute: false }, checks: { attribute: false }, difference: { attribute: false }, rights: { attribute: false },
    page: { attribute: false },
  };

  get address() {
    return `/v1/drafts/${encodeURIComponent(this.draft.name)}`;
  }

  get changes() {
    return this.draft.files.some((each) => each.change !== "none") || this.draft.deleted.length > 0;
  }

  render() {
    const { draft } = this;
    const steps = this.unreviewed ? SHORT : STEPS;
    const at = steps.indexOf(this.unreviewed && draft.state === "approved" ? "submitted" : draft.state);
    return html`<section class="sheet life" aria-label=${t("life.title")}>
      ${at < 0 ? nothing : html`<ol class="steps">${steps.map((each, i) => html`<li class=${i < at ? "done" : i === at ? "now" : ""}
        aria-current=${i === at ? "step" : nothing}><span>${i < at ? html`<span aria-hidden="true">✓ </span>` : nothing}${t(`draft.${each}`)}</span></li>`)}</ol>`}
      <div class="row spread"><p role="status" class="next">${this.next()}</p><div class="row">${this.actions()}</div></div></section>`;
  }

  next() {
    const { draft, checks } = this;
    const by = (person) => plain(person.name);
    switch (draft.state) {
      case "editing":
        return !this.changes ? t("life.editing.nothing")
          : checks && !checks.running && !checks.passes && checks.digest === draft.digest ? t("life.editing.fails")
          : t(!this.rights.has("submitDraft") ? "life.editing.not-you" : this.unreviewed ? "life.editing.alone" : "life.editing");
      case "in-review": {
        const valid = draft.approvals.filter((each) => !each.voided).length;
        const sentence = t("life.review", { who: by(draft.submission.by), when: instant(draft.submission.at), reason: plain(draft.submission.reason) });
        const count = checks ? t("life.review.count", { given: valid, needed: checks.approvals }) : "";
        return `${sentence} ${count} ${t(this.rights.has("approveDraft") ? "life.review.you" : "life.review.not-you")}`;
      }
      case "approved":
        return t(this.rights.has("publishDraft") ? "life.approved" : "life.approved.not-you");
      case "published": {
        const { by: who, at, reason, edition, kind, inForce } = draft.publication;
        return t(`life.${kind}${inForce ? "" : ".past"}`, { edition, who: by(who), when: instant(at), reason: plain(reason) });
      }
      default:
        return t("life.discarded");
    }
  }

  /** Whether nobody has to approve it, and nobody has. */
  get unreviewed() {
    return this.draft.approvals.length === 0 && (this.checks ? this.checks.approvals === 0 : !!this.draft.publication);
  }

  /** Whether the changes that are known are those of the draft that is shown. */
  get compared() {
    return this.difference?.digest === this.draft.digest;
  }

  actions() {
    const { draft, rights } = this;
    const button = (name, right, kind = "", ready = true) => rights.has(right)
      ? html`<button type="button" class=${kind} ?disabled=${!ready} @click=${() => this[name]()}>${t(`${name}.button`)}</button>` : nothing;
    const approve = (kind) => html`${rights.has("approveDraft") && !this.compared ? html`<span role="status" class="hint">${t("approve.reading")}</span>` : nothing}
      ${button("approve", "approveDraft", kind, this.compared)}`;
    switch (draft.state) {
      case "editing":
        return html`${button("discard", "discardDraft", "quiet")}${rights.has("submitDraft")
          ? html`<button type="button" class="primary" ?disabled=${!this.changes} @click=${() => this.submit()}>${t("submit.button")}</button>` : nothing}`;
      case "in-review":
        return html`${button("withdraw", "withdrawDraft")}${approve("primary")}`;
      case "approved":
        return html`${button("withdraw", "withdrawDraft")}${this.needsMore() ? approve("") : nothing}${button("publish", "publishDraft", "primary")}`;
      case "published":
        return draft.publication.inForce ? button("rollback", "rollback") : nothing;
      default:
        return nothing;
    }
  }

  needsMore() {
    return this.checks && this.draft.approvals.filter((each) => !each.voided).length < this.checks.approvals;
  }

  /** Makes a call about the draft in a dialog, and shows the draft that it answers. */
  async decide(name, { fields = [], does, more, danger, text }) {
    const draft = await ask(this, { title: t(`${name}.title`, { name: this.draft.name }), text: text ?? t(`${name}.text`), fields, danger, more, action: t(`${name}.do`), does });
    if (draft !== null) {
      this.page.take(draft);
    }
    return draft;
  }

  reason() {
    return { name: "reason", label: t("reason"), hint: t("reason.hint"), rows: 3, required: true };
  }

  submit() {
    return this.decide("submit", {
      fields: [this.reason()], more: this.summary(),
      does: async ({ reason }) => {
        const draft = await this.page.settled();
        return call("POST", `${this.address}/submit`, { json: { reason, digest: draft.digest } });
      },
    });
  }

  /** What is approved is what is shown: the digest comes with the changes. */
  approve() {
    const { digest, files } = this.difference;
    return this.decide("approve", {
      more: html`${this.summary()}<dl class="facts"><dt>${t("digest")}</dt><dd class="mono">${digest}</dd></dl>
        <details><summary>${t("approve.changes")}</summary>${files.map((each) => html`<h3 class="mono">${plain(each.path)}</h3>
          ${marked(each.unified, t("difference.of", { file: each.path }))}`)}</details>`,
      fields: [{ name: "comment", label: t("approve.comment"), rows: 3 }],
      does: ({ comment }) => call("POST", `${this.address}/approve`, { json: comment.trim() ? { digest, comment } : { digest } }),
    });
  }

  withdraw() {
    return this.decide("withdraw", { does: () => call("POST", `${this.address}/withdraw`, { json: {} }) });
  }

  publish() {
    const becomes = this.checks?.becomes ?? this.draft.base.edition;
    const day = DAY.test(becomes) ? { inForceFrom: becomes } : {};
    const anew = becomes !== this.draft.base.edition;
    return this.decide("publish", {
      text: t(anew ? "publish.text.new" : DAY.test(becomes) ? "publish.text.day" : "publish.text", { edition: becomes }), more: this.summary(),
      fields: [{ ...this.reason(), value: this.draft.submission?.reason }],
      does: ({ reason }) => call("POST", `${this.address}/publish`, { json: { reason, ...day } }),
    });
  }

  async rollback() {
    const { id, edition } = this.draft.publication;
    const done = await ask(this, {
      title: t("rollback.title", { edition }), text: t("rollback.text", { edition }),
      fields: [this.reason()], danger: true, action: t("rollback.do"),
      does: ({ reason }) => call("POST", "/v1/rollbacks", { json: { undo: id, reason } }),
    });
    if (done !== null) {
      open(null, `/drafts?draft=${encodeURIComponent(done.name)}`);
    }
  }

  async discard() {
    const done = await this.decide("discard", { danger: true, does: () => call("DELETE", this.address) });
    return done;
  }

  /** What exactly is decided about: the files that differ, and what is known of the effect. */
  summary() {
    const files = this.compared ? this.difference.files : [];
    const effect = this.checks?.digest === this.draft.digest ? this.checks.effect?.summary : null;
    return html`<dl class="facts"><dt>${t("summary.files")}</dt>
      <dd>${files.map((each) => html`<div><span class="mono">${plain(each.path)}</span> ${t(`change.${each.kind}`)}</div>`)}</dd>
      ${effect ? html`<dt>${t("summary.effect")}</dt><dd>${t("effect.changed", { changed: effect.changed, notes: effect.notes })}</dd>` : nothing}</dl>`;
  }
}

customElements.define("nw-draft-life", Life);
