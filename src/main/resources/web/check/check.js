// The page in its two parts: one note that is typed, or many in a file. Which, stands in the address.
import { Part, html } from "../shared/element.js";
import { t } from "../shared/texts.js";
import { entitle } from "../shared/title.js";
import "./many.js";
import "./page.js";

class Check extends Part {
  render() {
    const many = new URLSearchParams(location.search).has("many");
    if (many) {
      entitle(t("parts.many"));
    }
    const part = (address, name, here) => html`<a href=${address} aria-current=${here ? "page" : "false"}>${t(name)}</a>`;
    return html`<nav class="parts" aria-label=${t("parts")}>${part("/", "parts.one", !many)} ${part("/?many", "parts.many", many)}</nav>
      ${many ? html`<nw-many></nw-many>` : html`<nw-note></nw-note>`}`;
  }
}

customElements.define("nw-check", Check);
