// The page of whoever runs the service: what serves, how it fares, who is let in.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { session } from "../shared/session.js";
import { t } from "../shared/texts.js";
import "./access.js";
import "./editions.js";
import "./figures.js";
import "./health.js";
import "./people.js";

/** Each section, with the call that its reader needs to be let make; the state of the service is open to all. */
const SECTIONS = [
  { name: "health", part: (samples) => html`<nw-health .samples=${samples}></nw-health>` },
  { name: "editions", needs: "listPlaybooks", part: () => html`<nw-editions></nw-editions>` },
  { name: "figures", needs: "getMetrics", part: () => html`<nw-figures></nw-figures>` },
  { name: "sessions", needs: "listSessions", part: () => html`<nw-sessions></nw-sessions>` },
  { name: "keys", needs: "listKeys", part: () => html`<nw-keys></nw-keys>` },
  { name: "access", needs: "getAccess", part: () => html`<nw-access></nw-access>` },
];

class Operations extends Part {
  static properties = { session: { state: true }, problem: { state: true }, samples: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("nw-figures", (event) => (this.samples = event.detail));
    addEventListener("nw-signed-in", (event) => {
      event.preventDefault(); // nothing need be read anew for somebody else
      this.session = event.detail.now;
    });
    addEventListener("nw-online", (event) => event.detail && !this.session && this.load());
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      this.session = await session();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.load());
    }
    if (!this.session) {
      return state("loading");
    }
    return html`${this.session.access === "none" ? html`<p class="told warning">${t("session.open.note")}</p>` : nothing}
      <div class="grid">${this.shut()
        ? html`${this.section(SECTIONS[0])}<div class="sheet">${state("signed-out")}</div>`
        : SECTIONS.map((each) => this.section(each))}</div>`;
  }

  /** Whether nobody is known who could see more than the state of the service. */
  shut() {
    return this.session.access !== "none" && !this.session.signedIn;
  }

  section({ name, needs, part }) {
    const now = this.session;
    const may = !needs || now.access === "none" || now.operations.includes(needs);
    return html`<section class="sheet ops-${name}" aria-labelledby="ops-${name}">
      <h2 id="ops-${name}">${t(name)}</h2>
      ${may ? part(this.samples) : this.closed(name)}
    </section>`;
  }

  closed(name) {
    return html`<div class="state forbidden"><p>${t("closed", { section: t(name) })}</p></div>`;
  }
}

customElements.define("nw-operations", Operations);
