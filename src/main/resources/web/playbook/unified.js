// Files of a draft that differ from what it was made of, line by line as the call tells them.
import { html, state } from "../shared/element.js";
import { repeat } from "lit/directives/repeat.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";
import { word } from "./words.js";

const MOST_LINES = 2000;
const LOOK = { added: "good", removed: "error", deleted: "error", changed: "warning" };

/** What the first sign of a line says of it; the sign stays, so that colour is not alone. */
const kindOf = (line) => (line.startsWith("@@") ? "hunk" : line.startsWith("+") ? "add" : line.startsWith("-") ? "del" : "");

export function unified(files) {
  if (files.length === 0) {
    return state("empty", { text: t("compare.nothing") });
  }
  return html`<p class="hint" role="status">${t("compare.files", { count: files.length })}</p>
    ${repeat(files, (each) => each.path, (each) => html`<section class="sheet group" aria-label=${harmless(each.path)}>
      <h3 class="row"><span class="mono">${harmless(each.path)}</span> <span class=${`badge ${LOOK[each.kind] ?? ""}`}>${word("kind", each.kind)}</span></h3>
      ${lines(each)}
    </section>`)}`;
}

function lines({ path, unified: text }) {
  const all = text.replace(/\n$/, "").split("\n").filter((line, index) => index > 1 || !/^(---|\+\+\+) /.test(line));
  return html`<pre class="lines" tabindex="0" role="region" aria-label=${t("compare.lines", { path: harmless(path) })}>${all.slice(0, MOST_LINES).map((line) =>
    html`<span class=${kindOf(line)}>${harmless(line)}${"\n"}</span>`)}</pre>
    ${all.length > MOST_LINES ? html`<p class="hint">${t("compare.cut", { count: all.length - MOST_LINES })}</p>` : ""}`;
}
