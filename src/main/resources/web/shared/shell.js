// The right end of the bar: whether the service answers, who is signed in, colours and language.
import { Part, html, nothing } from "./element.js";
import { call } from "./calls.js";
import { forget, session } from "./session.js";
import { recall, remember } from "./store.js";
import { language, t } from "./texts.js";

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

class Shell extends Part {
  static properties = {
    session: { state: true },
    online: { state: true },
    refusal: { state: true },
  };

  constructor() {
    super();
    this.online = true;
    addEventListener("nw-online", (event) => (this.online = event.detail));
    addEventListener("nw-sign-in", () => this.open());
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
              ${THEMES.map((each) => html`<option value=${each} ?selected=${recall("theme", "auto") === each}>${t(`theme.${each}`)}</option>`)}
            </select>
          </label>
          <label>${t("language")}
            <select @change=${this.speak}>
              ${LANGUAGES.map((each) => html`<option value=${each} ?selected=${language === each}>${t(`language.${each}`)}</option>`)}
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
      return html`<button type="button" @click=${() => this.open()}>${t("session.sign-in")}</button>`;
    }
    return html`<span class="who" title=${t("session.roles", { roles: (now.roles ?? []).join(", ") })}>${now.identity}</span>
      <button type="button" @click=${this.leave}>${t("session.sign-out")}</button>`;
  }

  dialog() {
    return html`<dialog aria-labelledby="sign-in-title" @close=${() => (this.refusal = null)}>
      <form method="dialog" @submit=${this.enter}>
        <h2 id="sign-in-title">${t("session.sign-in")}</h2>
        <label>${t("session.key")}
          <input name="key" type="password" autocomplete="current-password" spellcheck="false" required
            aria-describedby="sign-in-hint" />
        </label>
        <p class="hint" id="sign-in-hint">${t("session.key.hint")}</p>
        ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
        <p class="actions">
          <button type="button" @click=${() => this.querySelector("dialog").close()}>${t("cancel")}</button>
          <button type="submit" class="primary">${t("session.sign-in")}</button>
        </p>
      </form>
    </dialog>`;
  }

  open() {
    if (this.session?.signIn) {
      location.assign(`${this.session.signIn}?to=${encodeURIComponent(location.pathname + location.search)}`);
      return;
    }
    this.querySelector("dialog").showModal();
  }

  async enter(event) {
    event.preventDefault();
    try {
      await call("POST", "/v1/session", { json: { key: new FormData(event.target).get("key").trim() } });
      event.target.reset();
      location.reload();
    } catch (problem) {
      this.refusal = problem.message;
    }
  }

  async leave() {
    if (this.session.signOut) {
      location.assign(this.session.signOut);
      return;
    }
    await call("DELETE", "/v1/session").catch(() => {});
    forget();
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
