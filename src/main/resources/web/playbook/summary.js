// What is to be known of the chosen edition as a whole, and what is wrong with it.
import { html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { reasonList } from "../shared/reasons.js";
import { instant, t } from "../shared/texts.js";
import { day } from "./days.js";
import { standing, standingBadge } from "./timeline.js";

const entry = (name, value) => (value ? html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>` : nothing);

export function summary(edition, inForce) {
  const refused = edition.reasons.length > 0;
  return html`<section class="sheet edition" aria-labelledby="edition-title">
    <div class="row spread">
      <h2 id="edition-title">${harmless(edition.title ?? edition.version)}</h2>
      ${standingBadge(edition, inForce)}
    </div>
    ${refused ? html`<div class="refused" role="group" aria-labelledby="refused-title">
      <h3 id="refused-title">${t(`standing.${standing(edition, inForce)}.title`)}</h3>
      <p>${t(`standing.${standing(edition, inForce)}.note`)}</p>
      ${reasonList(edition.reasons)}
    </div>` : nothing}
    <dl class="facts">
      ${entry("edition.from", day(edition.inForceFrom))}
      ${entry("edition.to", edition.inForceTo ? day(edition.inForceTo) : edition.inForceFrom && edition.serving ? t("edition.to.open") : "")}
      ${entry("edition.since", instant(edition.since))}
      ${entry("edition.rules", edition.rules === undefined ? "" : t("edition.rules.count", { count: edition.rules }))}
      ${entry("edition.clauses", edition.clauses === undefined ? "" : t("edition.clauses.count", { count: edition.clauses }))}
      ${entry("edition.source", harmless(edition.source))}
      ${entry("edition.digest", edition.digest ? html`<code>${edition.digest}</code>` : "")}
    </dl>
  </section>`;
}
