// What can stand at a place of a rule, and what a word of it means.
import { contextAt } from "./rule-language.js";
import { t } from "../shared/texts.js";

const PLACE = /^[\w.]*$/;
const option = (label, detail, info, more = {}) => ({ label, detail: detail || undefined, info: info || undefined, ...more });
const choices = (values) => values.map(({ value, says }) => option(value, says, null, { type: "constant" }));

/** A source of completions for CodeMirror; `words()` gives the vocabulary once it is known. */
export function completions(words) {
  return (context) => {
    const known = words();
    if (!known) {
      return null;
    }
    const text = context.state.doc.toString();
    const here = contextAt(text, context.pos);
    if (here.kind === "comment") {
      return null;
    }
    return here.kind === "text" ? inText(here, context, known) : inCode(here, context, known);
  };
}

function inText(here, context, known) {
  if (here.annotation) {
    const listed = known.meta(here.annotation)?.several;
    const before = /[^,]*$/.exec(here.typed)[0].trimStart();
    return { from: context.pos - (listed ? before.length : here.typed.length), options: choices(known.choices(here.annotation)), validFor: /^[^",]*$/ };
  }
  const brace = /\{([\w.$]*)$/.exec(here.typed);
  if (brace) {
    return { from: context.pos - brace[1].length, options: known.properties.map(property), validFor: PLACE };
  }
  const values = here.property ? known.property(here.property)?.values : null;
  return values ? { from: here.from, options: choices(values), validFor: /^[^"]*$/ } : null;
}

const property = (each) => option(each.path, each.kind, each.says, { type: "property" });

function inCode(here, context, known) {
  const annotation = context.matchBefore(/@\w*/);
  if (annotation) {
    return {
      from: annotation.from + 1, validFor: /^\w*$/,
      options: known.metadata.filter((each) => each.example.startsWith("@")).map((each) => option(each.name, each.example, each.means, { type: "keyword", apply: `${each.name}("")`, boost: each.required ? 1 : 0 })),
    };
  }
  const compared = /([\w$.]+)\s+([\w[\]=!<>]*)$/.exec(here.line);
  const of = here.section === "when" && compared ? known.property(compared[1]) : null;
  if (of && (context.explicit || compared[2] !== "")) {
    const all = known.comparisonsOf(of).filter((each) => !["yes", "no"].includes(each.comparison));
    return { from: context.pos - compared[2].length, options: all.map((each) => option(each.comparison, null, each.means, { type: "operator" })), validFor: /^[\w[\]=!<>]*$/ };
  }
  const word = context.matchBefore(/\$?[\w.]+/);
  if (!word && !context.explicit) {
    return null;
  }
  const from = word?.from ?? context.pos;
  const named = /^\$\w+\./.exec(word?.text ?? "");
  if (named) {
    const all = here.section === "then" ? known.properties.filter((each) => each.place) : known.properties;
    return { from: from + named[0].length, options: all.map(property), validFor: PLACE };
  }
  const phrases = known.phrases.filter((each) => /^[\w$@]/.test(each.written))
    .map((each) => option(each.written, null, each.means, { type: "keyword", apply: each.example, boost: -1 }));
  const properties = here.section === "when" ? unique(known.properties).map(property) : [];
  return { from, options: [...properties, ...phrases], validFor: /^[\w.$]*$/ };
}

const unique = (properties) => [...new Map(properties.map((each) => [each.path, each])).values()];

/** What the word at a place means: `{from, to, title, says}`; null where there is nothing to tell. */
export function meaning(text, at, known) {
  if (!known) {
    return null;
  }
  const here = contextAt(text, at);
  if (here.kind === "comment") {
    return null;
  }
  if (here.kind === "text") {
    const end = text.indexOf('"', at);
    const whole = text.slice(here.from, end < 0 ? text.length : end);
    const part = here.annotation && known.meta(here.annotation)?.several ? piece(whole, at - here.from) : { text: whole, from: 0 };
    const values = here.annotation ? known.choices(here.annotation) : here.property ? (known.property(here.property)?.values ?? []) : [];
    const found = values.find((each) => each.value === part.text);
    const from = here.from + part.from;
    if (found?.says) {
      return { from, to: from + part.text.length, title: found.value, says: found.says };
    }
    return here.annotation ? null : ofWord(text, at, known, () => within(here.typed));
  }
  return ofWord(text, at, known, () => true);
}

/** The stretch between commas in which a place is. */
function piece(whole, at) {
  const from = whole.lastIndexOf(",", at - 1) + 1;
  const end = whole.indexOf(",", at);
  const raw = whole.slice(from, end < 0 ? whole.length : end);
  return { text: raw.trim(), from: from + raw.length - raw.trimStart().length };
}

/** Whether a place of a message is between braces. */
const within = (typed) => typed.lastIndexOf("{") > typed.lastIndexOf("}");

function ofWord(text, at, known, may) {
  let from = at;
  let to = at;
  while (from > 0 && /[\w.$@]/.test(text[from - 1])) {
    from--;
  }
  while (to < text.length && /[\w.$@]/.test(text[to])) {
    to++;
  }
  const word = text.slice(from, to);
  if (word === "" || !may(word)) {
    return null;
  }
  const meta = word.startsWith("@") ? known.meta(word.slice(1)) : null;
  if (meta) {
    return { from, to, title: word, says: meta.means };
  }
  const found = known.property(word);
  return found
    ? { from, to, title: found.path, says: found.saysNot ? t("rule.says-both", { yes: found.says, no: found.saysNot }) : found.says, kind: found.kind }
    : null;
}
