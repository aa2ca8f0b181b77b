// A note as it was judged, in which each finding is underlined where it stands and carries its number.
import { html, nothing } from "../shared/element.js";
import { harmless, word } from "./words.js";

const ORDER = ["error", "warning", "info"];

/** The text in pieces, each with the numbers of the findings that cover it; `points` are those that cover nothing. */
export function pieces(text, findings) {
  const places = findings.map((each, at) => ({ number: at + 1, severity: each.severity, start: inside(text, each.start), end: inside(text, each.end) }));
  const cuts = [...new Set([0, text.length, ...places.flatMap((each) => [each.start, each.end])])].sort((a, b) => a - b);
  const all = [];
  cuts.forEach((start, at) => {
    const points = places.filter((each) => each.start === start && each.end <= start);
    const end = cuts[at + 1];
    if (points.length > 0) {
      all.push({ text: "", over: points, ends: points });
    }
    if (end !== undefined) {
      const over = places.filter((each) => each.start <= start && each.end >= end);
      all.push({ text: text.slice(start, end), over, ends: over.filter((each) => each.end === end) });
    }
  });
  return all;
}

const inside = (text, place) => Math.min(Math.max(0, place ?? 0), text.length);

/** The note as text, with its findings marked. */
export function marked(text, findings) {
  return html`<pre class="note-text" tabindex="0" dir="auto">${pieces(text, findings).map((piece) => {
    if (piece.over.length === 0) {
      return harmless(piece.text);
    }
    const severity = ORDER.find((each) => piece.over.some((over) => over.severity === each)) ?? "info";
    return html`<mark class=${severity}>${harmless(piece.text)}${piece.ends.length === 0 ? nothing : piece.ends.map((end) =>
      html`<a class="ref" href=${`#finding-${end.number}`} title=${word("severity", end.severity)}>${end.number}</a>`)}</mark>`;
  })}</pre>`;
}
