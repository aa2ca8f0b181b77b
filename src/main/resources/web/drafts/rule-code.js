// The text of a rule in a code editor: coloured, completed, underlined where lint finds something, each word explained.
import { drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { Compartment, EditorState } from "@codemirror/state";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { forEachDiagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { ruleLanguage } from "./rule-language.js";
import { completions, meaning } from "./rule-complete.js";
import { look, STYLE } from "./rule-look.js";

/** `value` is the text, with line feeds alone; `nw-code` tells of each change that somebody made, `nw-means` of what the word at the cursor means. */
class RuleCode extends HTMLElement {
  #view;
  #state = new Compartment();
  #told = undefined;
  words = null;

  connectedCallback() {
    if (this.#view) {
      return;
    }
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLE];
    this.#view = new EditorView({ root, parent: root, state: this.#begin(this.startsWith ?? "") });
  }

  #begin(text) {
    return EditorState.create({
      doc: text,
      extensions: [
        history(), drawSelection(), highlightActiveLine(), highlightSpecialChars(), lineNumbers(), lintGutter(), bracketMatching(), closeBrackets(),
        autocompletion({ override: [completions(() => this.words)], icons: false }),
        hoverTooltip((view, at) => this.#hover(view, at)),
        keymap.of([...closeBracketsKeymap, ...lintKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        ruleLanguage, EditorView.lineWrapping, look,
        EditorView.contentAttributes.of({ "aria-label": this.label ?? "", spellcheck: "false", autocapitalize: "off", tabindex: "0" }),
        this.#state.of(this.#locked()),
        EditorView.updateListener.of((change) => this.#changed(change)),
      ],
    });
  }

  #locked() {
    return this.fixed ? [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ "aria-readonly": "true" })] : [];
  }

  #changed(change) {
    if (change.docChanged && !this.putting) {
      this.dispatchEvent(new CustomEvent("nw-code", { detail: this.value }));
    }
    if (change.docChanged || change.selectionSet) {
      this.#tell(change.state);
    }
  }

  /** Tells what is wrong at the cursor, or else what the word there means. */
  #tell(state) {
    const { head, anchor } = state.selection.main;
    let found = null;
    forEachDiagnostic(state, (each, from, to) => {
      if (from <= Math.min(head, anchor) && Math.max(head, anchor) <= to) {
        found = { says: each.message.replaceAll("\n", " "), severity: each.severity };
      }
    });
    found ??= meaning(state.doc.toString(), head, this.words);
    if (found?.says !== this.#told) {
      this.#told = found?.says;
      this.dispatchEvent(new CustomEvent("nw-means", { detail: found }));
    }
  }

  #hover(view, at) {
    const found = meaning(view.state.doc.toString(), at, this.words);
    return found === null ? null : {
      pos: found.from, end: found.to, above: true,
      create() {
        const dom = document.createElement("div");
        dom.className = "cm-means";
        dom.append(Object.assign(document.createElement("b"), { textContent: found.title }),
          ` ${found.kind ? `(${found.kind}) ` : ""}`, Object.assign(document.createElement("div"), { textContent: found.says }));
        return { dom };
      },
    };
  }

  get value() {
    return this.#view ? this.#view.state.sliceDoc() : (this.startsWith ?? "");
  }

  /** Puts another text in place; only what differs is changed, so that the cursor stays and it can be undone. */
  set value(text) {
    if (!this.#view) {
      this.startsWith = text;
      return;
    }
    if (text === this.value) {
      return;
    }
    const was = this.value;
    let from = 0;
    while (from < was.length && was[from] === text[from]) {
      from++;
    }
    let end = 0;
    while (end < Math.min(was.length, text.length) - from && was.at(-1 - end) === text.at(-1 - end)) {
      end++;
    }
    this.putting = true;
    this.#view.dispatch({ changes: { from, to: was.length - end, insert: text.slice(from, text.length - end) }, userEvent: "input.form" });
    this.putting = false;
  }

  /** Whether nobody may type. */
  set locked(fixed) {
    if (fixed !== this.fixed) {
      this.fixed = fixed;
      this.#view?.dispatch({ effects: this.#state.reconfigure(this.#locked()) });
    }
  }

  /** Underlines what was found in exactly this text: `{line, column, endLine, endColumn, severity, message, wayOut}`. */
  show(findings, text) {
    if (!this.#view || text !== this.value) {
      return;
    }
    const doc = this.#view.state.doc;
    const at = (line, column) => {
      const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
      return Math.min(found.from + Math.max(column - 1, 0), found.to);
    };
    const diagnostics = findings.map((each) => {
      const from = at(each.line, each.column);
      const to = each.endLine > 0 ? at(each.endLine, each.endColumn) : from;
      return { from, to: to > from ? to : doc.lineAt(from).to, severity: each.severity === "error" ? "error" : "warning", message: [each.message, each.wayOut].filter(Boolean).join("\n") };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
    this.#tell(this.#view.state);
  }

  /** Leads to a line. */
  reveal(number) {
    const line = this.#view.state.doc.line(Math.min(Math.max(number, 1), this.#view.state.doc.lines));
    this.#view.dispatch({ selection: { anchor: line.from, head: line.to }, effects: EditorView.scrollIntoView(line.from, { y: "center" }) });
    this.#view.focus();
  }

  focus() {
    this.#view?.focus();
  }
}

customElements.define("nw-rule-code", RuleCode);
