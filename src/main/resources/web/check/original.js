// The note that a result is about, read again out of what was handed in, so that it can be opened in the editor.

/** Rows of a table in text, counted as a spreadsheet does; null where it is no such table. */
function rowsOf(text, mark) {
  const rows = [];
  let row = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          return rows;
        }
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') {
          break;
        }
        value += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== mark && text[at] !== "\n" && text[at] !== "\r") {
      at += 1;
    }
    row.push(value + text.slice(from, at));
    if (text[at] === mark) {
      at += 1;
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** `fields` tells by its index which column holds which field. */
async function inTable(sent, fields, headerRow, name) {
  const text = await sent.file.text();
  const first = text.slice(0, 65536).split(/\r|\n/)[0];
  const mark = sent.name.toLowerCase().endsWith(".tsv") ? "\t" : first.split(";").length > first.split(",").length ? ";" : ",";
  const rows = rowsOf(text, mark);
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
export async function originalOf(sent, { fields = [], headerRow = 1 }, name) {
  if (sent.files) {
    const files = sent.files.filter((each) => each.name === name);
    return files.length === 1 ? inText(await files[0].text()) : null;
  }
  const kind = sent.name.slice(sent.name.lastIndexOf(".")).toLowerCase();
  switch (kind) {
    case ".csv":
    case ".tsv":
      return inTable(sent, fields, headerRow, name);
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
