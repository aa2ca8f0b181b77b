// What somebody has typed and not saved yet, kept in this browser for them alone: whoever signs in after them has their own.
import { lastKnown } from "../shared/session.js";
import { recall, remember } from "../shared/store.js";

let last = "";
addEventListener("nw-session", (event) => {
  if (event.detail.signedIn) {
    last = event.detail.identity ?? "";
  }
});

/** One thing that whoever works here now keeps under a name. */
export class Kept {
  #who = last;
  /** Whether the browser has kept what was last given to it. */
  safe = true;

  constructor(name) {
    this.key = this.#who === "" ? name : `${name}@${this.#who}`;
  }

  /** What is kept; null for nothing. */
  get value() {
    return recall(this.key);
  }

  /** Keeps a value instead of the one before; null to forget it. */
  set value(value) {
    this.safe = remember(this.key, value) || value === null;
  }

  /** Whether somebody else has signed in since, in whose name nothing of this may be saved. */
  get foreign() {
    const now = lastKnown();
    return now?.signedIn === true && (now.identity ?? "") !== this.#who;
  }
}

/** What is kept of a file of a draft. */
export const ofFile = (draft, path) => new Kept(`draft.${draft}.${path}`);
