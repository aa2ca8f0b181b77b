// Keys and the browsers that are signed in by them; an admin ends a session here.
import { Part, html, nothing, problemState, state } from "../shared/element.js";
import { call, follow } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { instant, t } from "../shared/texts.js";
import { lastKnown, may } from "../shared/session.js";

/** A list that is followed, of a call whose answer has it under `name`. */
class Listed extends Part {
  static properties = { all: { state: true }, problem: { state: true }, said: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.end = follow(this.path, (answer) => this.take(answer), { every: 2000, failed: (problem) => (this.problem = problem) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  take(answer) {
    this.all = answer[this.name];
    this.problem = null;
  }

  render() {
    if (this.problem && (this.problem.kind !== "offline" || !this.all)) {
      return problemState(this.problem);
    }
    if (!this.all) {
      return state("loading");
    }
    if (lastKnown() && lastKnown().access !== "keys") {
      return state("empty", { text: t(`${this.name}.elsewhere`) });
    }
    return html`${this.said ? html`<p role="status" class="told good">${this.said}</p>` : nothing}
      ${this.all.length === 0 ? state("empty", { text: t(`${this.name}.none`) }) : this.table()} ${this.after()}`;
  }

  after() {
    return nothing;
  }

  table() {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t(this.name)}><table>
      <thead><tr>${this.columns.map((each) => html`<th scope="col">${each ? t(`${this.name}.${each}`) : html`<span class="visually-hidden">${t(`${this.name}.do`)}</span>`}</th>`)}</tr></thead>
      <tbody>${this.all.map((each) => this.row(each))}</tbody>
    </table></div>`;
  }
}

class Keys extends Listed {
  path = "/v1/keys";
  name = "keys";
  columns = ["owner", "id", "roles", "state", "created", "expires", "used"];

  row(key) {
    return html`<tr>
      <th scope="row">${harmless(key.name)}</th>
      <td class="mono">${harmless(key.id)}</td>
      <td>${key.roles.join(", ")}</td>
      <td><span class="badge ${key.state === "taken" ? "good" : "error"}">${t(`keys.state.${key.state}`)}</span>
        ${key.revoked ? html`<span class="hint">${instant(key.revoked)}</span>` : nothing}</td>
      <td>${instant(key.created)}</td>
      <td>${key.expires ? instant(key.expires) : t("keys.never")}</td>
      <td>${key.used ? instant(key.used) : t("keys.unused")}</td>
    </tr>`;
  }

  after() {
    return html`<p class="hint">${t("keys.how")}</p>`;
  }
}

class Sessions extends Listed {
  static properties = { ...Listed.properties, asked: { state: true }, mayClose: { state: true } };
  path = "/v1/sessions";
  name = "sessions";
  columns = ["identity", "id", "since", "used", "until", ""];

  take(answer) {
    super.take(answer);
    may("closeSession").then((known) => (this.mayClose = known), () => {});
  }

  row(session) {
    return html`<tr>
      <th scope="row">${harmless(session.identity)} ${session.current ? html`<span class="badge info">${t("sessions.current")}</span>` : nothing}</th>
      <td class="mono">${harmless(session.id)}</td>
      <td>${instant(session.since)}</td>
      <td>${instant(session.used)}</td>
      <td>${instant(session.until)}</td>
      <td>${session.current || !this.mayClose
        ? nothing
        : html`<button type="button" class="small danger" aria-label=${t("sessions.end.of", { identity: harmless(session.identity), id: session.id })}
            @click=${() => this.ask(session)}>${t("sessions.end")}</button>`}</td>
    </tr>`;
  }

  after() {
    return html`<dialog aria-labelledby="end-title" @close=${() => (this.problemOfEnd = null)}>
      <form method="dialog" @submit=${this.close}>
        <h2 id="end-title">${t("sessions.end.title", { identity: harmless(this.asked?.identity) })}</h2>
        <p>${t("sessions.end.note")}</p>
        ${this.problemOfEnd ? html`<p class="error" role="alert">${this.problemOfEnd}</p>` : nothing}
        <p class="actions">
          <button type="button" @click=${() => this.querySelector("dialog").close()}>${t("cancel")}</button>
          <button type="submit" class="danger">${t("sessions.end")}</button>
        </p>
      </form>
    </dialog>`;
  }

  async ask(session) {
    this.asked = session;
    await this.updateComplete;
    this.querySelector("dialog").showModal();
  }

  async close(event) {
    event.preventDefault();
    const { id, identity } = this.asked;
    try {
      await call("DELETE", `/v1/sessions/${encodeURIComponent(id)}`);
      this.all = this.all.filter((each) => each.id !== id);
      this.said = t("sessions.ended", { identity: harmless(identity) });
      this.querySelector("dialog").close();
    } catch (problem) {
      this.problemOfEnd = problem.message;
      this.requestUpdate();
    }
  }
}

customElements.define("nw-keys", Keys);
customElements.define("nw-sessions", Sessions);
