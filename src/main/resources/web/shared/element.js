// What every part of a page is made of: an element that renders into the page itself, so that one style sheet serves all.
import { LitElement, html, nothing } from "lit";
import { CallProblem } from "./calls.js";
import { t } from "./texts.js";

export { html, nothing };

export class Part extends LitElement {
  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  /** Tells of an event to whoever holds this part. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

/** What is shown instead of something: loading, empty, or why it cannot be shown; `retry` asks again. */
export function state(kind, { text, retry } = {}) {
  const said = text ?? t(`state.${kind}`);
  return html`<div class="state ${kind}" role=${kind === "loading" || kind === "empty" ? "status" : "alert"}>
    <p>${said}</p>
    ${kind === "signed-out"
      ? html`<button type="button" class="primary" @click=${() => dispatchEvent(new Event("nw-sign-in"))}>
          ${t("session.sign-in")}
        </button>`
      : nothing}
    ${retry ? html`<button type="button" @click=${retry}>${t("state.retry")}</button>` : nothing}
  </div>`;
}

/** What is shown where a call went wrong. */
export function problemState(problem, retry) {
  if (problem instanceof CallProblem) {
    const text = problem.kind === "problem" || problem.kind === "forbidden" ? problem.message : undefined;
    return state(problem.kind === "problem" ? "error" : problem.kind, { text, retry });
  }
  console.error(problem);
  return state("error", { retry });
}
