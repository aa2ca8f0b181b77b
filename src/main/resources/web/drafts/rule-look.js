// The look of the code editor of rules, in the colours of the pages.
import { EditorView } from "@codemirror/view";

export const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", fontSize: "14px" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "300px", maxHeight: "60vh", overflow: "auto", borderRadius: "var(--radius)" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-line": { padding: "0 10px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-soft) !important" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)" },
  ".cm-matchingBracket": { backgroundColor: "var(--accent-soft) !important", outline: "1px solid var(--accent)" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "1px" },
  ".cm-lintRange-error": { textDecoration: "underline wavy var(--error) 1.5px", textUnderlineOffset: "4px" },
  ".cm-lintRange-warning": { textDecoration: "underline wavy var(--warning) 1.5px", textUnderlineOffset: "4px" },
  ".cm-lintRange-active": { backgroundColor: "var(--accent-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", maxWidth: "min(480px, 90vw)", fontFamily: "var(--text)" },
  ".cm-means, .cm-diagnostic": { padding: "8px 12px", whiteSpace: "pre-wrap" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "240px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 10px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-completionDetail": { color: "inherit", fontFamily: "var(--text)", fontStyle: "normal", opacity: "1" },
  ".cm-tooltip.cm-completionInfo": { padding: "6px 10px", maxWidth: "260px" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)" },
  "@media (max-width: 720px)": { ".cm-lineNumbers": { display: "none !important" } },
});

export const STYLE = new CSSStyleSheet();
STYLE.replaceSync(":host { display: block; } ::selection { background: var(--accent-soft); }");
