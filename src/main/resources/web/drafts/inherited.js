// A file that the draft takes from its edition as it is: shown, and copied into the draft to be changed.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { send } from "../shared/calls.js";
import { t } from "../shared/texts.js";
import { plain } from "../shared/harmless.js";
import { fileCall } from "./place.js";

const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

class InheritedFile extends Part {
  static properties = { draft: { attribute: false }, path: {}, readonly: { type: Boolean }, text: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      const answer = await send("GET", `/v1/playbooks/${encodeURIComponent(this.draft.base.edition)}/files/${encoded(this.path)}`);
      this.bytes = await answer.arrayBuffer(); // what is copied; its text is what is shown
      this.text = new TextDecoder().decode(this.bytes);
      this.failure = null;
    } catch (problem) {
      this.failure = problem;
    }
  }

  async copy() {
    try {
      await send("PUT", fileCall(this.draft.name, this.path), {
        body: this.bytes, headers: { "Content-Type": "application/octet-stream", "If-None-Match": "*" },
      });
    } catch (problem) {
      this.failure = problem;
    }
  }

  render() {
    if (this.failure) {
      return problemState(this.failure, () => this.load());
    }
    return this.text === undefined ? state("loading") : html`<p class="row spread"><span class="hint">${t("inherited", { base: this.draft.base.edition })}</span>
        ${this.readonly ? nothing : html`<button type="button" class="primary" @click=${this.copy}>${t("inherited.change")}</button>`}</p>
      <pre class="difference" tabindex="0" role="region" aria-label=${t("file.text", { file: this.path })}>${this.text.split("\n").map((line) => html`<span>${plain(line)}
</span>`)}</pre>`;
  }
}

customElements.define("nw-inherited-file", InheritedFile);
