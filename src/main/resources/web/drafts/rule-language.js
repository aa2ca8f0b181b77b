// How the text of a rule is coloured, and what stands at a place of it.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const WORDS = new Set(["rule", "when", "then", "end", "enabled", "not", "exists", "in", "contains", "matches", "memberOf", "str", "report", "violation"]);
const ATOMS = new Set(["true", "false", "null"]);

const language = StreamLanguage.define({
  name: "rule",
  token(stream) {
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) {
      return "string";
    }
    if (stream.match(/^@\w*/)) {
      return "meta";
    }
    if (stream.match(/^\d+/)) {
      return "number";
    }
    const name = stream.match(/^\$?[\w.]+/);
    if (name) {
      return name[0].startsWith("$") ? "variableName" : WORDS.has(name[0].split(".")[0]) ? "keyword" : ATOMS.has(name[0]) ? "atom" : "propertyName";
    }
    stream.next();
    return "operator";
  },
  languageData: { commentTokens: { line: "//" }, closeBrackets: { brackets: ["(", '"'] } },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.meta, color: "var(--warning)" },
  { tag: tags.string, color: "var(--good)" },
  { tag: [tags.number, tags.atom], color: "var(--error)" },
  { tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: tags.variableName, fontWeight: "600" },
]);

export const ruleLanguage = [language, syntaxHighlighting(colours)];

/** What precedes a place: in a comment, in a text (of which annotation, or behind which words), or among names. */
export function contextAt(text, at) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(start, at);
  let quote = -1;
  for (let i = 0; i < line.length; i++) {
    if (quote < 0 && line.startsWith("//", i)) {
      return { kind: "comment" };
    }
    if (quote >= 0 && line[i] === "\\") {
      i++;
    } else if (line[i] === '"') {
      quote = quote < 0 ? i : -1;
    }
  }
  const part = /^[\s]*$/.test(line) ? "" : line;
  if (quote >= 0) {
    const before = line.slice(0, quote);
    return {
      kind: "text", typed: line.slice(quote + 1), from: start + quote + 1,
      annotation: /@(\w+)\s*\(\s*$/.exec(before)?.[1] ?? null,
      property: /([\w$.]+)\s*(?:==|!=|contains|not\s+contains|(?:not\s+)?in\s*\((?:[^()]*,)?)\s*$/.exec(before)?.[1] ?? null,
    };
  }
  return { kind: "code", line: part, section: section(text.slice(0, at)) };
}

/** In which part of a rule a place is: head, when or then. */
function section(before) {
  const found = [...before.matchAll(/^\s*(rule|when|then|end)\b/gm)].at(-1)?.[1];
  return found === "when" || found === "then" ? found : found === "rule" ? "head" : "outside";
}
