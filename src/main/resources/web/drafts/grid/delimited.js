// Tables as text: what spreadsheets put into the clipboard and take out of it, and CSV.

/** The records of a text whose fields stand between separators; a field in quotes may hold anything. */
export function records(text, separator) {
  const all = [];
  let record = [];
  let at = 0;
  const clean = text.replace(/\r\n?/g, "\n");
  for (;;) {
    let field;
    let end;
    const quoted = clean[at] === '"' ? closing(clean, at, separator) : -1;
    if (quoted >= 0) {
      field = clean.slice(at + 1, quoted).replaceAll('""', '"');
      end = quoted + 1;
    } else {
      end = at;
      while (end < clean.length && clean[end] !== separator && clean[end] !== "\n") {
        end++;
      }
      field = clean.slice(at, end);
    }
    record.push(field);
    if (end >= clean.length) {
      all.push(record);
      return all;
    }
    if (clean[end] === "\n") {
      all.push(record);
      record = [];
      if (end + 1 === clean.length) {
        return all;
      }
    }
    at = end + 1;
  }
}

/** Where the quote that opens a field is closed; -1 where it is not, and stands for itself. */
function closing(text, open, separator) {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++;
    } else {
      const next = text[at + 1];
      return next === undefined || next === separator || next === "\n" ? at : -1;
    }
  }
  return -1;
}

/**
 * What was pasted, as a block of cells. Tabs separate cells. Commas do where every one of several lines has as many of
 * them; else they belong to the text.
 */
export function block(text) {
  if (text.includes("\t")) {
    return records(text, "\t");
  }
  const byComma = records(text, ",");
  const width = byComma[0].length;
  return byComma.length > 1 && width > 1 && byComma.every((each) => each.length === width) ? byComma : records(text, "\t");
}

/** A block of cells as spreadsheets take it. */
export function tabbed(cells) {
  return cells
    .map((each) => each.map((text) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t"))
    .join("\n");
}

/** A table as CSV, with the line at which each row begins. */
export function csv(columns, rows) {
  const write = (cells) => cells.map((text) => (/[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",");
  const lines = [write(columns)];
  const starts = new Map();
  let line = 1 + (lines[0].match(/\n/g) ?? []).length;
  for (const each of rows) {
    const text = write(each.cells);
    starts.set(++line, each.id);
    line += (text.match(/\n/g) ?? []).length;
    lines.push(text);
  }
  return { text: `${lines.join("\n")}\n`, starts };
}
