// What people read, in their language; the service puts it into each page.
const texts = JSON.parse(document.getElementById("texts").textContent);
const plurals = new Intl.PluralRules(document.documentElement.lang);

/**
 * One text. Names in braces are filled from `values`. Where `values.count` is given and there is a text `KEY.one`,
 * `KEY.other` … it is chosen by the rules of the language.
 */
export function t(key, values = {}) {
  const plural = values.count === undefined ? undefined : texts[`${key}.${plurals.select(values.count)}`];
  const text = plural ?? texts[key] ?? key;
  return text.replace(/\{([\w-]+)\}/g, (whole, name) =>
    values[name] === undefined ? whole : typeof values[name] === "number" ? number(values[name]) : String(values[name]));
}

/** Whether there is such a text. */
export const has = (key) => texts[key] !== undefined;

export const language = document.documentElement.lang;

const numbers = new Intl.NumberFormat(language);
/** A number as the language writes it. */
export const number = (value) => numbers.format(value);

const instants = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
/** An instant (ISO text) as the language writes it, in the time zone of the reader. */
export const instant = (iso) => (iso ? instants.format(new Date(iso)) : "");

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
const sizes = UNITS.map((unit, at) =>
  new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: at === 0 ? "long" : "short", maximumFractionDigits: 1 }));
/** So many bytes as people write sizes: 0 bytes, 1.2 MB. */
export function size(bytes) {
  let at = 0;
  let value = bytes;
  while (Math.round(value * 10) >= 10_000 && at < UNITS.length - 1) {
    value /= 1000;
    at++;
  }
  return sizes[at].format(value);
}
