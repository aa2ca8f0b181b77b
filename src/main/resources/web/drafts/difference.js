// How a draft differs from its base, file by file, as the service tells it.
import { Part, html, nothing, state } from "../shared/element.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)/;

/** The lines that a file has and its base has not, by their number. */
export function addedLines(file) {
  const added = new Set();
  let at = 0;
  for (const line of file?.unified.split("\n") ?? []) {
    const hunk = HUNK.exec(line);
    if (hunk !== null) {
      at = +hunk[1];
    } else if (at > 0 && line.startsWith("+")) {
      added.add(at++);
    } else if (at > 0 && line.startsWith(" ")) {
      at++;
    }
  }
  return added;
}

/** A text as diff -u prints it, or with the marks of a merge, line by line; signs tell what colours tell. */
export function marked(text, label) {
  const kind = (line) =>
    HUNK.test(line) || line.startsWith("---") || line.startsWith("+++") ? "hunk" : line[0] === "+" ? "plus" : line[0] === "-" ? "minus" : "";
  return html`<pre class="difference" tabindex="0" role="region" aria-label=${label}>${text.replace(/\n$/, "").split("\n").map((line) => html`<span class=${kind(line)}>${plain(line)}
</span>`)}</pre>`;
}

class Difference extends Part {
  static properties = { difference: { attribute: false }, digest: {} };

  render() {
    if (!this.difference) {
      return state("loading");
    }
    const { files, digest } = this.difference;
    const older = digest === this.digest ? nothing : html`<p class="hint" role="status">${t("difference.older")}</p>`;
    return files.length === 0
      ? html`${older}${state("empty", { text: t("difference.none") })}`
      : html`${older}${files.map((each) => html`<section class="sheet changed-file"><h3>${plain(each.path)}
            <span class="badge">${t(`change.${each.kind}`)}</span></h3>
          ${each.unified === "" ? nothing : marked(each.unified, t("difference.of", { file: each.path }))}</section>`)}`;
  }
}

customElements.define("nw-draft-difference", Difference);
