// A row of tabs as people know them: one stop of the Tab key, arrows, Home and End between them.
import { html } from "./element.js";

const STEPS = { ArrowRight: (at, count) => (at + 1) % count, ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0, End: (at, count) => count - 1 };

/** `tabs` are {id, label}; `choose` is given the id of the one chosen. */
export function tabs(name, label, all, chosen, choose) {
  const press = (event) => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const next = all[step(all.findIndex((each) => each.id === chosen), all.length)].id;
      choose(next);
      document.getElementById(`${name}-${next}`).focus();
    }
  };
  return html`<div role="tablist" aria-label=${label} @keydown=${press}>
    ${all.map((each) => html`<button type="button" role="tab" id=${`${name}-${each.id}`} aria-controls=${`${name}-panel`}
      aria-selected=${each.id === chosen} tabindex=${each.id === chosen ? 0 : -1} @click=${() => choose(each.id)}>${each.label}</button>`)}
  </div>`;
}
