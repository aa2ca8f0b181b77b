// Tables as text, such as CSV: the records of a text, and what parts their fields.

/**
 * The records of a text whose fields stand between separators; a field in quotes may hold anything. A quote that is not
 * closed where its field ends stands for itself, and its record is `broken`: where the next begins cannot be told for sure.
 */
export function records(text, separator) {
  const all = [];
  let record = [];
  let at = 0;
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  for (;;) {
    let field;
    let end;
    const quoted = clean[at] === '"' ? closing(clean, at, separator) : -1;
    if (quoted >= 0) {
      field = clean.slice(at + 1, quoted).replaceAll('""', '"');
      end = quoted + 1;
    } else {
      record.broken ||= clean[at] === '"';
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

/** What parts the fields of a table, by its first line, as where editions and notes are read. */
export function separatorOf(text) {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return first.split(";").length > first.split(",").length ? ";" : ",";
}
