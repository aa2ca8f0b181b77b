// What people hand in: a file, rows that were pasted, or a folder; and the calls that are made of it.
import { CallProblem, send } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { t } from "../shared/texts.js";

export const ENDINGS = [".csv", ".tsv", ".xlsx", ".json", ".ndjson", ".jsonl", ".md", ".txt"];
const TABLES = [".csv", ".tsv", ".xlsx"];
const IN_TEXT = [".csv", ".tsv"];
const TEXTS = [".md", ".txt"];
/** How the letters of a table in text may be written, by names that the call and browsers know; UTF-8 needs none. */
export const CHARSETS = ["", "windows-1252", "windows-1250", "windows-31j", "gb18030", "utf-16le", "utf-16be"];
/** Of a table in text, its beginning tells the columns. */
const BEGINNING = 1 << 20;

const ending = (name) => name.slice(name.lastIndexOf(".")).toLowerCase();
const path = (file) => file.path ?? (file.webkitRelativePath || file.name);

/** Files as they were chosen or dropped: one as it is, several as a folder of notes. `passed` counts those that are no notes. */
export function handedIn(files) {
  const all = [...files];
  if (all.length === 1 && !all[0].webkitRelativePath && !all[0].path) {
    const kind = ending(all[0].name);
    return { name: all[0].name, file: all[0], table: TABLES.includes(kind), charsets: IN_TEXT.includes(kind), passed: 0 };
  }
  const notes = all.filter((each) => TEXTS.includes(ending(each.name))).sort((a, b) => (path(a) < path(b) ? -1 : 1));
  return { name: path(notes[0] ?? { name: "notes" }).split("/")[0], files: notes, table: false, passed: all.length - notes.length };
}

/** Rows that were pasted: a spreadsheet copies them with tabs between. */
export function pasted(text) {
  const name = text.includes("\t") ? "rows.tsv" : "rows.csv";
  return { name, file: new File([text], name), text, table: true, passed: 0 };
}

/** All files of what was dropped, also those in folders. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((each) => each.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((each) => each.isDirectory)) {
    return [...transfer.files];
  }
  const found = [];
  const visit = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      file.path = entry.fullPath.replace(/^\//, "");
      found.push(file);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) {
        return;
      }
      for (const each of some) {
        await visit(each);
      }
    }
  };
  for (const each of entries) {
    await visit(each);
  }
  return found;
}

/** The parameters that say how a table is read. */
function reading(sent, { map = {}, sheet, headerRow, charset } = {}) {
  const query = new URLSearchParams({ name: sent.name });
  for (const [field, column] of Object.entries(map)) {
    query.append("map", `${field}=${column}`);
  }
  if (sheet) {
    query.append("sheet", sheet);
  }
  if (headerRow) {
    query.set("headerRow", headerRow);
  }
  if (charset) {
    query.set("charset", charset);
  }
  return query;
}

/** What a browser still can read of a file: no more where it was changed or moved since it was chosen. */
async function read(file, how) {
  try {
    return await how(file);
  } catch {
    throw new CallProblem("problem", t("many.changed", { name: harmless(path(file)) }));
  }
}
const readable = (file) => read(file, (each) => each.slice(0, 1).arrayBuffer());

const BYTES = { "Content-Type": "application/octet-stream" };

/** Which column holds what. */
export async function columnsOf(sent, how, signal) {
  await readable(sent.file);
  const body = ending(sent.name) === ".xlsx" || sent.file.size <= BEGINNING ? sent.file : sent.file.slice(0, BEGINNING);
  const answer = await send("POST", `/v1/check/file/columns?${reading(sent, how)}`, { body, headers: BYTES, signal });
  return answer.json();
}

/** The report on all notes, in a form; the answer as it comes. */
export async function check(sent, how, { format, edition, signal }) {
  const query = sent.files ? new URLSearchParams() : reading(sent, how);
  query.set("format", format);
  if (edition) {
    query.set("playbook", edition);
  }
  if (!sent.files) {
    await readable(sent.file);
    return send("POST", `/v1/check/file?${query}`, { body: sent.file, headers: BYTES, signal });
  }
  const lines = [];
  for (const each of sent.files) {
    lines.push(JSON.stringify({ name: path(each), text: await read(each, (file) => file.text()) }), "\n");
  }
  return send("POST", `/v1/check/files?${query}`, { body: new Blob(lines), headers: { "Content-Type": "application/x-ndjson" }, signal });
}

/** The lines of an answer, as they come. */
export async function* lines(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const parts = (rest + next.value).split("\n");
    rest = parts.pop();
    yield* parts.filter((each) => each !== "");
  }
  if (rest !== "") {
    yield rest;
  }
}
