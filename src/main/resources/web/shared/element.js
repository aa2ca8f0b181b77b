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

/** Asks again for what could not be seen, as soon as somebody has signed in. */
class SignedOut extends HTMLElement {
  connectedCallback() {
    this.asks = (event) => {
      if (event.detail.again && this.retry) {
        this.retry();
      } else if (event.detail.again) {
        location.reload();
      }
    };
    addEventListener("nw-signed-in", this.asks);
  }

  disconnectedCallback() {
    removeEventListener("nw-signed-in", this.asks);
  }
}
customElements.define("nw-signed-out", SignedOut);

/** What is shown instead of something: loading, empty, or why it cannot be shown; `retry` asks again. */
export function state(kind, { text, retry } = {}) {
  const said = text ?? t(`state.${kind}`);
  return html`<div class="state ${kind}" role=${kind === "loading" || kind === "empty" ? "status" : "alert"}>
    <p>${said}</p>
    ${kind === "signed-out"
      ? html`<button type="button" class="primary" @click=${() => dispatchEvent(new Event("nw-sign-in"))}>
          ${t("session.sign-in")}
        </button>
        <nw-signed-out .retry=${retry}></nw-signed-out>`
      : nothing}
    ${retry && kind !== "signed-out" && kind !== "forbidden" ? html`<button type="button" @click=${retry}>${t("state.retry")}</button>` : nothing}
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
