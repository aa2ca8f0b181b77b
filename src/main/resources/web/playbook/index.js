import "../shared/style.css";
import "../shared/shell.js";
import { Part, state } from "../shared/element.js";

class Playbook extends Part {
  render() {
    return state("empty");
  }
}

customElements.define("nw-playbook", Playbook);
