// The two views of a rule, text and form, as the service turns one into the other.
import { call } from "../shared/calls.js";

/** Turns one into the other for one rule; who asks anew ends the call before, which then answers null. */
export class Turns {
  #latest = { read: null, write: null };

  constructor(draft) {
    this.draft = draft;
  }

  async #turn(kind, json) {
    this.#latest[kind]?.abort();
    const mine = new AbortController();
    this.#latest[kind] = mine;
    try {
      const answer = await call("POST", `/v1/forms/${kind}`, { json: { ...json, draft: this.draft }, signal: mine.signal });
      return mine.signal.aborted ? null : answer;
    } catch (problem) {
      if (mine.signal.aborted) {
        return null;
      }
      throw problem;
    }
  }

  read(text) {
    return this.#turn("read", { text });
  }

  write(form) {
    return this.#turn("write", { form });
  }

  /** Forgets what is under way: what it would answer is about a text that is no more. */
  forget() {
    this.#latest.read?.abort();
    this.#latest.write?.abort();
  }
}

/** What is wrong with the fields of a form that the service refuses: `{field, message}`. */
export const refused = (problem) =>
  problem.problem?.errors?.map((each) => ({ field: each.pointer ?? "", message: each.detail })) ?? [{ field: "", message: problem.message }];

/** A form to begin with; what it is to say is filled in by whoever writes it. */
export const beginning = (path) => ({
  comment: [], name: path.split("/").at(-1).replace(/\.drl$/, ""), severity: "", clause: "", roles: [], noteTypes: [], needs: [], enabled: true,
  facts: [{ quantity: "each", name: "$note", fact: "Note", conditions: [] }],
  report: { place: "$note", message: [] },
});

/** The message as a rule has it, with what is filled in between braces; and back, for the service to take apart. */
export const said = (message) => message.map((each) => (each.kind === "placeholder" ? `{${each.written}}` : each.written)).join("");
export const pieces = (text) => (text === "" ? [] : [{ kind: "text", written: text }]);

/** Findings of lint at the fields of a form, by where these stand in its text. */
export function atFields(findings, places) {
  return findings.map((each) => {
    const after = (line, column) => each.line > line || (each.line === line && each.column >= column);
    const holding = places.filter((one) => after(one.line, one.column) && !after(one.endLine, one.endColumn));
    const smallest = holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return { field: smallest?.field ?? "", message: [each.message, each.wayOut].filter(Boolean).join(" "), severity: each.severity, said: each.message };
  });
}
