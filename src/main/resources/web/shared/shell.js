// The right end of the bar: whether the service answers, who is signed in, colours and language.
import "./focus.js";
import { Part, html, nothing } from "./element.js";
import { call } from "./calls.js";
import { keepFragment, restoreFragment } from "./fragment.js";
import { decline, refresh, session, signedIn } from "./session.js";
import { recall, remember } from "./store.js";
import { harmless } from "./harmless.js";
import { instant, language, t } from "./texts.js";

const THEMES = ["auto", "light", "dark"];
const LANGUAGES = ["en", "de"];

function paint(theme) {
  if (theme === "auto") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}
paint(recall("theme", "auto"));
restoreFragment();

class Shell extends Part {
  static properties = {
    session: { state: true },
    online: { state: true },
    refusal: { state: true },
    ended: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.online = true;
    addEventListener("nw-online", (event) => (this.online = event.detail));
    addEventListener("nw-sign-in", () => this.open());
    addEventListener("nw-session", (event) => (this.session = event.detail));
    addEventListener("nw-ended", () => this.open(true));
    addEventListener("nw-signed-in", () => this.querySelector("dialog")?.close());
    document.addEventListener("visibilitychange", () => this.look());
  }

  /** Somebody may have signed in in another window. */
  look() {
    if (document.visibilityState === "visible" && this.session && this.session.access !== "none" && !this.session.signedIn) {
      refresh().catch(() => {});
    }
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      this.session = await session();
    } catch {
      this.session = null;
    }
  }

  render() {
    return html`
      ${this.online ? nothing : html`<p class="offline" role="alert">${t("state.offline")}</p>`}
      ${this.who()}
      <details class="menu">
        <summary>${t("settings")}</summary>
        <div class="menu-body">
          <label>${t("theme")}
            <select @change=${this.theme}>
              ${THEMES.map((each) => html`<option value=${each} .selected=${recall("theme", "auto") === each}>${t(`theme.${each}`)}</option>`)}
            </select>
          </label>
          <label>${t("language")}
            <select @change=${this.speak}>
              ${LANGUAGES.map((each) => html`<option value=${each} .selected=${language === each}>${t(`language.${each}`)}</option>`)}
            </select>
          </label>
        </div>
      </details>
      ${this.dialog()}
    `;
  }

  who() {
    const now = this.session;
    if (!now) {
      return nothing;
    }
    if (now.access === "none") {
      return html`<span class="who" title=${t("session.open.note")}>${t("session.open")}</span>`;
    }
    if (!now.signedIn) {
      return html`<button type="button" class="primary" @click=${() => this.open()}>${t("session.sign-in")}</button>`;
    }
    return html`<details class="menu who-menu">
      <summary aria-label=${t("session.who", { identity: harmless(now.identity) })}>${harmless(now.name ?? now.identity)}</summary>
      <div class="menu-body">
        <p class="mono">${harmless(now.identity)}</p>
        <p>${now.roles.length ? t("session.roles", { roles: now.roles.join(", ") }) : t("session.no-roles")}</p>
        ${now.until ? html`<p class="hint">${t("session.until", { until: instant(now.until) })}</p>` : nothing}
        ${now.csrf || now.signOut
          ? html`<button type="button" @click=${this.leave}>${t("session.sign-out")}</button>`
          : nothing}
      </div>
    </details>`;
  }

  dialog() {
    const elsewhere = this.session?.access === "oidc";
    return html`<dialog aria-labelledby="sign-in-title" @close=${this.closed}>
      <form method="dialog" @submit=${this.enter}>
        <h2 id="sign-in-title">${t(this.ended ? "session.ended" : "session.sign-in")}</h2>
        ${this.ended ? html`<p>${t("session.ended.note")}</p>` : nothing}
        ${elsewhere ? html`<p>${t("session.elsewhere")}</p>` : this.key()}
        ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
        <p class="actions">
          <button type="button" @click=${() => this.querySelector("dialog").close()}>${t("cancel")}</button>
          ${elsewhere
            ? html`<a class="button primary" target="_blank" href=${this.provider("/operations")}>${t("session.sign-in")}</a>`
            : html`<button type="submit" class="primary" aria-disabled=${this.busy ? "true" : nothing}>${t("session.sign-in")}</button>`}
        </p>
      </form>
    </dialog>`;
  }

  key() {
    return html`<label>${t("session.key")}
        <input name="key" type="password" autocomplete="current-password" spellcheck="false" required maxlength="200"
          aria-describedby="sign-in-hint" aria-invalid=${this.refusal ? "true" : "false"} />
      </label>
      <p class="hint" id="sign-in-hint">${t("session.key.hint")}</p>`;
  }

  /** Where the provider signs somebody in, and leads back to a page. */
  provider(to) {
    return `${this.session.signIn ?? "/q/sign-in"}?to=${encodeURIComponent(to)}`;
  }

  async open(ended = false) {
    if (!ended && this.session?.signIn) {
      keepFragment();
      location.assign(this.provider(location.pathname + location.search));
      return;
    }
    this.ended = ended;
    await this.updateComplete;
    const dialog = this.querySelector("dialog");
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  closed() {
    this.querySelector("dialog form").reset();
    this.refusal = null;
    this.ended = false;
    decline();
  }

  async enter(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      const key = new FormData(event.target).get("key").trim();
      const now = await call("POST", "/v1/session", { json: { key } });
      signedIn(now);
    } catch (problem) {
      this.refusal = problem.kind === "signed-out" ? t("session.key.wrong") : problem.message;
      this.querySelector("dialog input")?.select();
    } finally {
      this.busy = false;
    }
  }

  async leave() {
    if (this.session.signOut) {
      location.assign(this.session.signOut);
      return;
    }
    await call("DELETE", "/v1/session").catch(() => {});
    location.reload();
  }

  theme(event) {
    remember("theme", event.target.value);
    paint(event.target.value);
  }

  speak(event) {
    document.cookie = `noteworthy-language=${event.target.value}; path=/; max-age=31536000; SameSite=Lax`;
    location.reload();
  }
}

customElements.define("nw-shell", Shell);
