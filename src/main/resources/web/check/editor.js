// The note as a text that shows its findings: underlined at their places, their clauses in the margin, a fix at hand.
import { closeHoverTooltips, drawSelection, EditorView, gutter, GutterMarker, highlightActiveLine, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { t } from "../shared/texts.js";

const SEVERITIES = { error: "error", warning: "warning", info: "info" };

class ClauseMarker extends GutterMarker {
  constructor(clauses, severity) {
    super();
    this.clauses = clauses;
    this.severity = severity;
  }

  eq(other) {
    return this.clauses === other.clauses && this.severity === other.severity;
  }

  toDOM() {
    const mark = document.createElement("span");
    mark.className = `clause ${this.severity}`;
    mark.textContent = this.clauses;
    return mark;
  }
}

const setMargin = StateEffect.define();
const margin = StateField.define({
  create: () => RangeSet.empty,
  update(marks, change) {
    for (const effect of change.effects) {
      if (effect.is(setMargin)) {
        return effect.value;
      }
    }
    return marks.map(change.changes);
  },
});

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", fontSize: "16px" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "300px", maxHeight: "60vh", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "12px 0" },
  ".cm-line": { padding: "0 12px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-soft) !important" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)", borderRadius: "var(--radius) 0 0 var(--radius)" },
  ".cm-clauses": { minWidth: "118px" },
  ".cm-clauses .cm-gutterElement": { padding: "0 8px", fontSize: "12px", lineHeight: "25.6px", maxWidth: "160px", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  ".clause.error": { color: "var(--error)" },
  ".clause.warning": { color: "var(--warning)" },
  ".clause.info": { color: "var(--accent)" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "1px" },
  ".cm-lintRange-error": { textDecoration: "underline wavy var(--error) 1.5px", textUnderlineOffset: "4px" },
  ".cm-lintRange-warning": { textDecoration: "underline wavy var(--warning) 1.5px", textUnderlineOffset: "4px" },
  ".cm-lintRange-info": { textDecoration: "underline dotted var(--accent) 2px", textUnderlineOffset: "4px" },
  ".cm-lintRange-active": { backgroundColor: "var(--accent-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", maxWidth: "min(480px, 90vw)", fontFamily: "var(--text)" },
  ".cm-diagnostic": { padding: "8px 12px" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--accent-ink)", borderRadius: "6px", padding: "2px 10px", marginLeft: "8px" },
  "@media (max-width: 720px)": { ".cm-clauses": { display: "none !important" } },
});

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(":host { display: block; } ::selection { background: var(--accent-soft); }");

/** `value` is the text; `nw-typed` tells of each change, `nw-check` of Ctrl+Enter, which does nothing else where that is taken. */
export class NoteEditor extends HTMLElement {
  #view;
  #places = [];

  connectedCallback() {
    if (this.#view) {
      return;
    }
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLE];
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: this.startsWith ?? "",
        extensions: [
          history(),
          drawSelection(),
          highlightActiveLine(),
          highlightSpecialChars(),
          EditorView.lineWrapping,
          margin,
          gutter({ class: "cm-clauses", markers: (view) => view.state.field(margin) }),
          keymap.of([{ key: "Mod-Enter", run: () => this.checks() }, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
          placeholder(t("note.placeholder")),
          EditorView.contentAttributes.of({ "aria-label": t("note"), spellcheck: "false", autocapitalize: "off", tabindex: "0" }),
          look,
          EditorView.updateListener.of((change) => {
            if (change.docChanged) {
              this.#places = this.#places.map((each) => ({ ...each, start: change.changes.mapPos(each.start, -1), end: change.changes.mapPos(each.end, 1) }));
              this.dispatchEvent(new CustomEvent("nw-typed", { detail: this.value, bubbles: true }));
            }
          }),
        ],
      }),
    });
  }

  checks() {
    return !this.dispatchEvent(new CustomEvent("nw-check", { bubbles: true, cancelable: true }));
  }

  get value() {
    return this.#view ? this.#view.state.doc.toString() : (this.startsWith ?? "");
  }

  /** Puts another text in place of the whole; can be undone. */
  set value(text) {
    if (!this.#view) {
      this.startsWith = text;
    } else if (text !== this.value) {
      this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text }, userEvent: "input.replace" });
    }
  }

  /** Shows what was found in exactly this text; `fix(violation)` is offered where there is one. */
  show(violations, text, fix) {
    if (text !== this.value) {
      return;
    }
    const doc = this.#view.state.doc;
    const diagnostics = violations
      .filter((each) => each.end > each.start && !each.waived)
      .map((each) => ({
        from: each.start,
        to: Math.min(each.end, doc.length),
        severity: SEVERITIES[each.severity] ?? "error",
        message: `${each.clause}: ${each.message}`,
        actions: each.fix ? [{ name: t("fix"), apply: () => fix(each) }] : [],
      }));
    const lines = new Map();
    for (const each of violations) {
      const line = doc.lineAt(Math.min(each.start, doc.length));
      const known = lines.get(line.from) ?? { clauses: [], severity: each.severity };
      if (!known.clauses.includes(each.clause)) {
        known.clauses.push(each.clause);
      }
      lines.set(line.from, known);
    }
    const marks = [...lines].map(([from, { clauses, severity }]) => {
      const more = clauses.length > 1 ? ` +${clauses.length - 1}` : "";
      return new ClauseMarker(clauses[0] + more, severity).range(from);
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics), { effects: setMargin.of(RangeSet.of(marks, true)) });
  }

  /** Changes places of the text, all of them in one step that can be undone. */
  change(changes) {
    this.#view.dispatch({ changes: changes.map(({ start, end, text }) => ({ from: start, to: end, insert: text })), userEvent: "input.fix", effects: closeHoverTooltips });
  }

  /** Places that stay with their words, whatever is changed around them. */
  set places(places) {
    this.#places = places;
  }

  get places() {
    return this.#places;
  }

  /** Shows a place. */
  point(start, end) {
    const length = this.#view.state.doc.length;
    this.#view.dispatch({ selection: { anchor: Math.min(start, length), head: Math.min(end, length) }, scrollIntoView: true });
  }

  /** Leads the reader to a place. */
  reveal(start, end) {
    this.point(start, end);
    this.#view.focus();
  }

  undo() {
    undo(this.#view);
    this.#view.focus();
  }

  redo() {
    redo(this.#view);
    this.#view.focus();
  }

  focus() {
    this.#view?.focus();
  }
}

customElements.define("nw-note-editor", NoteEditor);
