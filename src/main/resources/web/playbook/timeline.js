// The time line of the editions: radio buttons, so that arrows move along it, each with what is to be known of it at a glance.
import { shortDigest } from "../shared/digest.js";
import { html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { day } from "./days.js";
import { t } from "../shared/texts.js";

/** How an edition stands: one of today, later, before, refused, refused-serving. */
export function standing(edition, inForce) {
  if (edition.state !== "active") {
    return edition.serving ? "refused-serving" : "refused";
  }
  if (edition.inForce) {
    return "today";
  }
  return inForce === undefined || edition.inForceFrom > inForce.inForceFrom ? "later" : "before";
}

const LOOK = { today: "good", later: "info", before: "", refused: "error", "refused-serving": "error" };

export const standingBadge = (edition, inForce) => {
  const word = standing(edition, inForce);
  return html`<span class=${`badge ${LOOK[word]}`}>${t(`standing.${word}`)}</span>`;
};

export function timeline(answer, chosen, choose) {
  const inForce = answer.playbooks.find((each) => each.inForce);
  return html`<fieldset class="timeline">
    <legend>${t("timeline")}</legend>
    <ol>
      ${answer.playbooks.map((each) => html`<li class=${standing(each, inForce)}>
        <label class="stop">
          <input type="radio" name="edition" value=${each.version} .checked=${each.version === chosen} @change=${() => choose(each.version)} />
          <span class="version">${harmless(each.version)}</span>
          <span class="span">${each.inForceFrom ? t(each.inForceTo ? "timeline.span" : "timeline.open",
            { from: day(each.inForceFrom), to: day(each.inForceTo) }) : t("timeline.never")}</span>
          <span class="row">${standingBadge(each, inForce)}
            ${each.digest ? html`<code class="digest">${shortDigest(each.digest)}</code>` : nothing}</span>
        </label>
      </li>`)}
    </ol>
  </fieldset>`;
}
