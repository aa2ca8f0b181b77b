// What was found, in the order of the text; each with its clause, its reason and a fix to look at before it is made.
import { Part, html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";

/** The line of a text around a place, cut short where it is long. */
function around(text, { start, end, text: put }) {
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 40);
  const stop = text.indexOf("\n", end);
  const to = Math.min(stop < 0 ? text.length : stop, end + 40);
  return html`<p class="preview"><span class="visually-hidden">${t("fix.preview")}</span>${harmless(text.slice(from, start))}<del>${harmless(text.slice(start, end))}</del><ins>${harmless(put)}</ins>${harmless(text.slice(end, to))}</p>`;
}

class Findings extends Part {
  static properties = { report: { attribute: false }, text: { attribute: false } };

  render() {
    const violations = this.report?.violations ?? [];
    if (violations.length === 0) {
      return html`<p class="all-well">${t("findings.none")}</p>`;
    }
    const safe = violations.filter((each) => each.fix?.kind === "safe" && !each.waived);
    return html`
      ${safe.length > 0
        ? html`<p><button type="button" class="primary" @click=${() => this.tell("nw-fix-all")}>${t("fix.all", { count: safe.length })}</button></p>`
        : nothing}
      <ol class="findings">
        ${violations.map((each) => this.finding(each))}
      </ol>
    `;
  }

  finding(each) {
    const place = each.end > each.start;
    return html`<li class=${`finding ${each.waived ? "waived" : each.severity}`}>
      <p class="row">
        <span class=${`badge ${each.waived ? "" : each.severity}`}>${t(each.waived ? "severity.waived" : `severity.${each.severity}`)}</span>
        <a href=${`/playbook?edition=${encodeURIComponent(this.report.playbook)}&rule=${encodeURIComponent(each.rule)}`}
          >${each.rule}</a>
        <span class="hint">${each.clause}</span>
        ${place
          ? html`<button type="button" class="quiet small" @click=${() => this.tell("nw-reveal", each)}>${t("findings.place", { line: each.line, column: each.column })}</button>`
          : nothing}
      </p>
      <p class="message">${harmless(each.message)}</p>
      ${each.waiver ? html`<p class="hint">${t("findings.waived", { owner: harmless(each.waiver.owner), until: each.waiver.until ?? "" })}</p>` : nothing}
      ${each.fix && !each.waived
        ? html`${around(this.text, each.fix)}
            <p><button type="button" class="small" @click=${() => this.tell("nw-fix", each)}>${t("fix.one")}</button></p>`
        : nothing}
    </li>`;
  }
}

customElements.define("nw-findings", Findings);
