// Days as the language writes them; they have no time zone.
import { language } from "../shared/texts.js";

const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });

/** A day (ISO text) in words; what is none stays as it is. */
export function day(iso) {
  const at = new Date(`${iso}T00:00:00Z`);
  return iso && !Number.isNaN(at.getTime()) ? days.format(at) : (iso ?? "");
}
