// Words for what the calls name, and names from outside made harmless.
import { shortDigest } from "../shared/digest.js";
import { html } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { has, language, t } from "../shared/texts.js";

export { harmless };

/** A name from outside, on its own whatever its direction. */
export const name = (text) => html`<bdi>${harmless(text)}</bdi>`;

/** What a value of the calls is called here, such as a verdict; the value itself where there is no word. */
export const word = (kind, value) => (has(`${kind}.${value}`) ? t(`${kind}.${value}`) : harmless(value));

const BADGES = { error: "error", warning: "warning", info: "info", violating: "error", compliant: "good", needsPerson: "warning" };

/** A severity or a verdict, in its colour and in words. */
export const badge = (kind, value) => html`<span class=${`badge ${BADGES[value] ?? ""}`}>${word(kind, value)}</span>`;

const shares = new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** A share as the language writes it. */
export const percent = (value) => (value === undefined || value === null ? "–" : shares.format(value));

/** A digest by its beginning; all of it on request. */
export const short = (digest) => html`<code title=${digest}>${shortDigest(digest)}</code>`;

/** The filters in words. */
export const inWords = (filters) =>
  Object.entries(filters).map(([key, value]) => `${t(`filter.${key}`)}: ${harmless(key === "severity" || key === "verdict" ? word(key, value) : value)}`);
