// The note that a result is about, read again out of what was handed in, so that it can be opened in the editor.
import { records, separatorOf } from "../shared/delimited.js";

/** The text of a file; a mark at its beginning tells how its letters are written, else what was chosen does. */
async function textOf(file, charset) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  return new TextDecoder(marked ?? (charset || "utf-8")).decode(bytes);
}

/** `fields` tells by its index which column holds which field. */
async function inTable(sent, { fields = [], headerRow = 1, charset }, name) {
  const text = await textOf(sent.file, charset);
  const all = records(text, sent.name.toLowerCase().endsWith(".tsv") ? "\t" : separatorOf(text));
  const broken = all.findIndex((each) => each.broken);
  const rows = broken < 0 ? all : all.slice(0, broken);
  const numbered = /^row (\d+)$/.exec(name);
  const id = fields.indexOf("id");
  const found = numbered ? [rows[numbered[1] - 1]] : id < 0 ? [] : rows.slice(headerRow).filter((each) => each[id]?.trim() === name);
  if (found.length !== 1 || !found[0]) {
    return null;
  }
  const note = {};
  fields.forEach((field, index) => {
    const value = found[0][index] ?? "";
    if (field === "text") {
      note.text = value;
    } else if (field && value !== "" && field !== "covidAccelerated" && !field.startsWith("entitlement")) {
      note[field] = value.trim();
    }
  });
  return typeof note.text === "string" ? note : null;
}

function inJson(text, name, byLine) {
  const known = byLine ? text.split("\n").map((each) => (each.trim() === "" ? null : parsed(each))) : [parsed(text)].flat();
  const numbered = /^(?:line|entry|note) (\d+)$/.exec(name);
  const found = numbered ? [known[numbered[1] - 1]] : known.filter((each) => each?.id === name);
  return found.length === 1 && typeof found[0]?.text === "string" ? found[0] : null;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A note in a text of its own: what stands between two lines of --- at its beginning is what is known of it. */
function inText(text) {
  const head = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  const note = { text: head ? text.slice(head[0].length) : text };
  for (const line of head?.[1].split(/\r?\n/) ?? []) {
    const [, name, value] = /^(role|noteType|timeTask|writtenOn|language|activity):\s*"?(.*?)"?\s*$/.exec(line) ?? [];
    if (name) {
      note[name] = value;
    }
  }
  return note;
}

/** The record of a result; null where it cannot be told for sure which it is, as in a workbook. */
export async function originalOf(sent, columns, name) {
  if (sent.files) {
    const files = sent.files.filter((each) => each.name === name);
    return files.length === 1 ? inText(await files[0].text()) : null;
  }
  const kind = sent.name.slice(sent.name.lastIndexOf(".")).toLowerCase();
  switch (kind) {
    case ".csv":
    case ".tsv":
      return inTable(sent, columns, name);
    case ".json":
      return inJson(await sent.file.text(), name, false);
    case ".ndjson":
    case ".jsonl":
      return inJson(await sent.file.text(), name, true);
    case ".md":
    case ".txt":
      return inText(await sent.file.text());
    default:
      return null;
  }
}
