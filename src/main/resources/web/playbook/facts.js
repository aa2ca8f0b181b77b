// What the calls tell of editions, each asked for once for as long as it stays as it is.
import { call, send } from "../shared/calls.js";

const MOST = 400;
const TRIES = 3;
const kept = new Map();

const path = (...parts) => `/v1/playbooks/${parts.map(encodeURIComponent).join("/")}`;

function once(key, ask) {
  let found = kept.get(key);
  if (found === undefined) {
    found = ask();
    found.catch(() => kept.delete(key));
    kept.set(key, found);
    if (kept.size > MOST) {
      kept.delete(kept.keys().next().value);
    }
  }
  return found;
}

/**
 * An edition as a whole: its clauses in their order, its rules, and the names of its files, all of one digest. An edit that
 * comes between two answers is told by their digests, and then they are asked for again.
 */
export const edition = (version, digest) =>
  once(`edition ${version} ${digest}`, async () => {
    for (let left = TRIES; ; left--) {
      const [clauses, rules, about] = await Promise.all([
        call("GET", path(version, "clauses")),
        call("GET", path(version, "rules")),
        call("GET", path(version)),
      ]);
      if ((clauses.digest === rules.digest && rules.digest === about.digest) || left === 1) {
        return { version, digest: rules.digest, clauses: clauses.clauses, rules: rules.rules, files: about.files };
      }
    }
  });

/** One rule with its examples and its past; `stamp` tells in which state all editions are. */
export const rule = (version, id, stamp) =>
  once(`rule ${version} ${id} ${stamp}`, () => call("GET", path(version, "rules", id)));

/** A file of an edition, as text. */
export const file = (version, digest, name) =>
  once(`file ${version} ${digest} ${name}`, async () =>
    (await send("GET", `${path(version)}/files/${encodeURIComponent(name)}`)).text());

/** What differs between two editions. */
export const comparison = (from, to, stamp) =>
  once(`compare ${from} ${to} ${stamp}`, () =>
    call("GET", `/v1/playbooks/compare?${new URLSearchParams({ from, to })}`));
