import "../shared/style.css";
import "../shared/shell.js";
import { Part, state } from "../shared/element.js";

class Audit extends Part {
  render() {
    return state("empty");
  }
}

customElements.define("nw-audit", Audit);
