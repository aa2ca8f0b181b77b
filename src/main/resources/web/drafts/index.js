import "../shared/style.css";
import "../shared/shell.js";
import { Part, state } from "../shared/element.js";

class Drafts extends Part {
  render() {
    return state("empty");
  }
}

customElements.define("nw-drafts", Drafts);
