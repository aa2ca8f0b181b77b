// The guidance of an edition, as its authors wrote it.
import { Part, html, problemState, state } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";
import * as facts from "./facts.js";

const FILE = "guidance.md";

class Guidance extends Part {
  static properties = { edition: { attribute: false }, text: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (changed.has("edition")) {
      this.load();
    }
  }

  async load() {
    const { version, digest, files } = this.edition;
    if (!files.includes(FILE)) {
      this.text = "";
      return;
    }
    try {
      const text = await facts.file(version, digest, FILE);
      if (this.edition.digest === digest && this.edition.version === version) {
        this.text = text;
        this.problem = null;
      }
    } catch (problem) {
      if (this.edition.digest === digest && this.edition.version === version) {
        this.problem = problem;
      }
    }
  }

  render() {
    if (this.text === undefined) {
      return this.problem ? problemState(this.problem, () => this.load()) : state("loading");
    }
    return this.text === ""
      ? state("empty", { text: t("guidance.none") })
      : html`<pre class="sheet guidance">${harmless(this.text)}</pre>`;
  }
}

customElements.define("nw-guidance", Guidance);
