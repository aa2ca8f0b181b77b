// A dialog that asks for something before a call is made, and shows the sentence of the service where it refuses.
import { Part, html, nothing } from "../shared/element.js";
import { t } from "../shared/texts.js";

/**
 * Opens it: `fields` are `{name, label, hint, value, rows, required, type, options, when}`, where `when` tells by the values
 * whether to ask for one at all; `does` gets their values and makes the call.
 * Resolves with what the call answers, or with null where somebody cancels.
 */
export function ask(of, { title, text, fields = [], action, danger = false, does, more = nothing }) {
  const dialog = document.createElement("nw-ask");
  Object.assign(dialog, { heading: title, text, fields, action, danger, does, more });
  of.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("nw-done", (event) => {
      dialog.remove();
      resolve(event.detail);
    });
  });
}

class Ask extends Part {
  static properties = { refusal: { state: true }, busy: { state: true }, values: { state: true } };

  firstUpdated() {
    this.querySelector("dialog").showModal();
  }

  render() {
    return html`<dialog aria-labelledby="ask-title" @close=${() => this.tell("nw-done", this.answer ?? null)}>
      <form method="dialog" @submit=${this.send} @input=${(event) => (this.values = Object.fromEntries(new FormData(event.currentTarget)))}>
        <h2 id="ask-title">${this.heading}</h2>
        ${this.text ? html`<p>${this.text}</p>` : nothing} ${this.more}
        ${this.fields.map((each) => (each.when?.(this.values ?? {}) ?? true ? this.field(each) : nothing))}
        ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
        <p class="actions">
          <button type="button" @click=${() => this.querySelector("dialog").close()}>${t("cancel")}</button>
          <button type="submit" class=${this.danger ? "danger" : "primary"} aria-disabled=${this.busy ? "true" : nothing}>${this.action}</button>
        </p>
      </form></dialog>`;
  }

  field(each) {
    const hint = each.hint ? html`<span class="hint" id="hint-${each.name}">${each.hint}</span>` : nothing;
    const described = each.hint ? `hint-${each.name}` : nothing;
    const input = each.options
      ? html`<select name=${each.name} aria-describedby=${described}>${each.options.map(([value, text]) => html`<option value=${value} ?selected=${value === each.value}>${text}</option>`)}</select>`
      : each.rows
        ? html`<textarea name=${each.name} rows=${each.rows} ?required=${each.required} maxlength="2000" aria-describedby=${described}
            .value=${each.value ?? ""} @keydown=${this.keys} @input=${each.input ?? nothing}></textarea>`
        : html`<input name=${each.name} type=${each.type ?? "text"} ?required=${each.required} .value=${each.value ?? ""} maxlength="200"
            autocomplete="off" aria-describedby=${described} pattern=${each.pattern ?? nothing} @input=${each.input ?? nothing} />`;
    return html`<label>${each.label}${input}${hint}</label>`;
  }

  /** Ctrl+Enter sends from a field of several lines. */
  keys(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      this.answer = await this.does(Object.fromEntries(new FormData(event.target)));
      this.querySelector("dialog").close();
    } catch (problem) {
      this.refusal = problem.kind === "offline" ? t("state.offline") : problem.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("nw-ask", Ask);
