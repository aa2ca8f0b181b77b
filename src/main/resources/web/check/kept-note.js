// A note of the reader that made room for another, brought back by one click.
import { Part, html, nothing } from "../shared/element.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";

const BEGINNING = 60;

class KeptNote extends Part {
  static properties = { notes: { attribute: false }, waiting: { attribute: false } };

  render() {
    const [latest] = this.notes.waiting;
    if (!latest) {
      return nothing;
    }
    const line = latest.text.trim().split("\n")[0];
    return html`<p class="row hint">${t("own.kept")} <q>${harmless(line.slice(0, BEGINNING))}${line.length > BEGINNING ? " …" : ""}</q>
      <button type="button" class="small" @click=${() => this.tell("nw-back")}>${t("own.back")}</button>
      ${this.notes.borrowed ? nothing : html`<button type="button" class="quiet small" @click=${this.discard}>${t("own.discard")}</button>`}</p>`;
  }

  discard() {
    this.notes.discard();
    this.requestUpdate();
  }
}

customElements.define("nw-kept-note", KeptNote);
