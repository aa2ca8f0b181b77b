// The figures of the service as it tells them to any monitoring: the Prometheus text format, read into samples.
const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+\S+)?$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)",?/g;
const ESCAPED = { n: "\n" };
const MOST = 50_000;

const value = (text) => (text === "+Inf" ? Infinity : text === "-Inf" ? -Infinity : Number(text));

function labels(text) {
  const all = {};
  for (const [, name, given] of (text ?? "").matchAll(LABEL)) {
    all[name] = given.replace(/\\(.)/g, (_, sign) => ESCAPED[sign] ?? sign);
  }
  return all;
}

/** Samples by the name of their figure: `{labels, value}` each. Lines that are none are passed over. */
export function parse(text) {
  const samples = new Map();
  for (const line of text.split("\n", MOST)) {
    const found = line.startsWith("#") ? null : LINE.exec(line.trim());
    if (found) {
      const [, name, given, number] = found;
      if (!samples.has(name)) {
        samples.set(name, []);
      }
      samples.get(name).push({ labels: labels(given), value: value(number) });
    }
  }
  return samples;
}

/** The sum of a figure by what `key` makes of its labels; without a key where that gives undefined. */
export function sums(samples, name, key) {
  const all = new Map();
  for (const each of samples.get(name) ?? []) {
    const of = key(each.labels);
    if (of !== undefined && Number.isFinite(each.value)) {
      all.set(of, (all.get(of) ?? 0) + each.value);
    }
  }
  return all;
}

/** The labels of a figure that has but one sample; none where the service does not tell it. */
export const labelled = (samples, name) => samples.get(name)?.[0]?.labels ?? {};

/** A figure without labels; undefined where the service does not tell it, or does not know it. */
export function single(samples, name) {
  const value = samples.get(name)?.[0]?.value;
  return Number.isFinite(value) ? value : undefined;
}
