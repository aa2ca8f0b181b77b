// The page "Drafts": all of them, or one.
import "../shared/style.css";
import "./style.css";
import "../shared/shell.js";
import "./list.js";
import "./draft.js";
import { Part, html } from "../shared/element.js";
import { place } from "./place.js";

class Drafts extends Part {
  static properties = { place: { state: true } };

  constructor() {
    super();
    this.place = place();
    const went = () => (this.place = place());
    addEventListener("popstate", went);
    addEventListener("nw-place", went);
  }

  render() {
    return this.place.draft === null
      ? html`<nw-draft-list></nw-draft-list>`
      : html`<nw-draft .name=${this.place.draft} .place=${this.place}></nw-draft>`;
  }
}

customElements.define("nw-drafts", Drafts);
