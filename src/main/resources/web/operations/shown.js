// How places, times and shares are written on this page.
import { harmless } from "../shared/harmless.js";
import { number } from "../shared/texts.js";

/** A place as compilers write it: file:line:column. */
export const place = ({ file, line, column }) =>
  harmless([file, line, column].filter((each) => each !== undefined && each !== null && each !== 0).join(":"));

/** A rate, with one figure after the point where it is small. */
export const rate = (value) => number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** Seconds as milliseconds; a dash where nothing was measured. */
export function millis(seconds) {
  if (!Number.isFinite(seconds)) {
    return "–";
  }
  const all = seconds * 1000;
  return `${number(all < 10 ? Math.round(all * 100) / 100 : Math.round(all))} ms`;
}

/** Microseconds; a dash where nothing was measured. */
export const micros = (value) => (Number.isFinite(value) ? `${rate(value)} µs` : "–");
