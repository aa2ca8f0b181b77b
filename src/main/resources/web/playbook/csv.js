// Reads a table of an edition to show it: the separator is told by the first line, as where editions are read.
function separator(text) {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return first.split(";").length > first.split(",").length ? ";" : ",";
}

function cell(text, at, mark) {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== mark && text[end] !== "\n" && text[end] !== "\r") {
      end++;
    }
    return [text.slice(at, end), end];
  }
  let value = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      return [value + text.slice(from), text.length];
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      return [value, quote + 1];
    }
    value += '"';
    from = quote + 2;
  }
}

/** The names of the columns, and the rows that say something, each with its number. */
export function readTable(csv) {
  const text = csv.replace(/^\uFEFF/, "");
  const mark = separator(text);
  const lines = [];
  let at = 0;
  while (at < text.length) {
    const cells = [];
    for (;;) {
      const [value, end] = cell(text, at, mark);
      cells.push(value);
      at = end;
      if (text[at] !== mark) {
        break;
      }
      at++;
    }
    const end = text.slice(at).search(/\r\n|\r|\n/);
    at = end < 0 ? text.length : at + end + (text.startsWith("\r\n", at + end) ? 2 : 1);
    if (cells.some((each) => each.trim() !== "")) {
      lines.push(cells);
    }
  }
  const [columns = [], ...rows] = lines;
  return { columns: columns.map((each) => each.trim()), rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
}
