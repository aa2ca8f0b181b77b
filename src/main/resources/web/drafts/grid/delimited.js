// Tables as text: what spreadsheets put into the clipboard and take out of it, and CSV.
import { records } from "../../shared/delimited.js";

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
