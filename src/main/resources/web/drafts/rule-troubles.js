// What is wrong with a form, beside the field that it is about; what is about no field is told above.
import { html, nothing } from "../shared/element.js";
import { plain } from "../shared/harmless.js";

export class Troubles {
  #problems;
  #shown = new Set();

  constructor(problems) {
    this.#problems = problems;
  }

  id(pointer) {
    return `rule-trouble${pointer.replaceAll("/", "-")}`;
  }

  #of(pointer, within) {
    return this.#problems.filter((each) => each.field === pointer || (within && each.field.startsWith(`${pointer}/`)));
  }

  has(pointer, within = false) {
    return this.#of(pointer, within).length > 0;
  }

  /** What is wrong at a field, and, where asked, within it. */
  at(pointer, within = false) {
    const mine = this.#of(pointer, within).filter((each) => !this.#shown.has(each));
    mine.forEach((each) => this.#shown.add(each));
    return mine.length === 0 ? nothing : html`<div id=${this.id(pointer)}>${mine.map(line)}</div>`;
  }

  /** What no field has told; asked last. */
  rest() {
    return this.#problems.filter((each) => !this.#shown.has(each)).map(line);
  }
}

const line = (each) => html`<p class="note ${each.severity === "error" ? "error" : "warning"}">${plain(each.message)}</p>`;
