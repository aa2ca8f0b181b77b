// What a field of a browser does not keep of a file: the mark at its beginning, and how its lines end.
const MARK = "\ufeff";
const END = /\r\n|\r|\n/g;

/** A file apart: its mark, its text with line feeds alone, and the ends that its lines have. */
export function apart(file) {
  const mark = file.startsWith(MARK) ? MARK : "";
  const text = file.slice(mark.length);
  return { mark, text: text.replace(END, "\n"), ends: text.match(END) ?? [] };
}

/** The file that was taken apart. */
export function whole({ mark, text, ends }) {
  let line = 0;
  return mark + text.replace(/\n/g, () => ends[line++]);
}

const count = (text) => text.split("\n").length - 1;

/** The same with another text: lines before and behind the change end as they did, new ones as the line before them. */
export function changed({ mark, text: was, ends }, text) {
  const most = Math.min(was.length, text.length);
  let from = 0;
  while (from < most && was[from] === text[from]) {
    from++;
  }
  let behind = 0;
  while (behind < most - from && was[was.length - 1 - behind] === text[text.length - 1 - behind]) {
    behind++;
  }
  const before = count(was.slice(0, from));
  const after = count(was.slice(was.length - behind));
  const end = ends[Math.max(0, before - 1)] ?? "\n";
  const added = Array(count(text.slice(from, text.length - behind))).fill(end);
  return { mark, text, ends: [...ends.slice(0, before), ...added, ...ends.slice(ends.length - after)] };
}

/** The text of bytes, mark and all; throws a TypeError where they are none. */
export const decoded = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
