// The title of the window, which names what is looked at.
import { harmless } from "./harmless.js";
import { t } from "./texts.js";

/** Names what is looked at, the narrowest first; what is empty is left out. */
export function entitle(...parts) {
  document.title = [...parts.filter(Boolean).map(harmless), t("title"), "Noteworthy"].join(" · ");
}
