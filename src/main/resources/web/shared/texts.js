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
