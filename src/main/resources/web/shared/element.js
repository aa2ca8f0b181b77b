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

/** Goes on as soon as the service answers again. */
class Offline extends HTMLElement {
  connectedCallback() {
    this.goesOn = (event) => event.detail && this.retry();
    addEventListener("nw-online", this.goesOn);
  }

  disconnectedCallback() {
    removeEventListener("nw-online", this.goesOn);
  }
}
customElements.define("nw-offline", Offline);

/**
 * What is shown instead of something: loading, empty, or why it cannot be shown; `retry` asks again. It is called too when
 * the service answers again, unless it does what people alone decide about (`byHand`).
 */
export function state(kind, { text, retry, byHand = false } = {}) {
  const said = text ?? t(`state.${kind}`);
  return html`<div class="state ${kind}" role=${kind === "loading" || kind === "empty" ? "status" : "alert"}>
    <p>${said}</p>
    ${kind === "signed-out"
      ? html`<button type="button" class="primary" @click=${() => dispatchEvent(new Event("nw-sign-in"))}>
          ${t("session.sign-in")}
        </button>
        <nw-signed-out .retry=${retry}></nw-signed-out>`
      : nothing}
    ${kind === "offline" && retry && !byHand ? html`<nw-offline .retry=${retry}></nw-offline>` : nothing}
    ${retry && kind !== "signed-out" && kind !== "forbidden" ? html`<button type="button" @click=${retry}>${t("state.retry")}</button>` : nothing}
  </div>`;
}

/** What is shown where a call went wrong. */
export function problemState(problem, retry, { byHand = false } = {}) {
  if (problem instanceof CallProblem) {
    const unanswered = byHand && problem.kind === "offline" ? t("state.unanswered") : undefined;
    const text = problem.kind === "problem" || problem.kind === "forbidden" ? problem.message : unanswered;
    return state(problem.kind === "problem" ? "error" : problem.kind, { text, retry, byHand });
  }
  console.error(problem);
  return state("error", { retry });
}

/** Why something was not done that somebody asked for; `clear` takes it away when a service that did not answer does so. */
export function refusal(problem, clear) {
  return problem
    ? html`<p class="error" role="alert">${problem.message}</p>${problem.kind === "offline" ? html`<nw-offline .retry=${clear}></nw-offline>` : nothing}`
    : nothing;
}
