// The notes of a reader: the one that they write, and those that made room for a note from elsewhere, such as one in a link.
import { recall, remember } from "../shared/store.js";

/** What is likely to hold for the next note as well. */
const LASTING = ["role", "noteType", "timeTask", "writtenOn", "outsideTime"];
/** So many notes are kept aside; the oldest is given up for another. */
const MOST = 5;

const aside = () => recall("check.aside", []);
const says = (note) => note.text.trim() !== "";
const setAside = (notes) => remember("check.aside", notes.filter(says).slice(0, MOST));

/** The note that they write. */
export const kept = () => ({ text: recall("check.text", ""), facts: recall("check.facts", {}) });

function keep({ text, facts }) {
  remember("check.text", text);
  remember("check.facts", text === "" ? Object.fromEntries(Object.entries(facts).filter(([name]) => LASTING.includes(name))) : facts);
}

export class OwnNotes {
  /** Whether the note that is shown is from elsewhere, and nobody has changed it: then it is not kept. */
  borrowed = false;
  /** Those that can be brought back, the latest first. */
  waiting = [];

  /** Another note is shown. */
  shown(borrowed) {
    this.borrowed = borrowed;
    this.waiting = [...(borrowed ? [kept()] : []), ...aside()].filter(says);
  }

  /** What is shown is the reader's own from now on; what they had instead is put aside. Gives back what holds of it. */
  keep(note) {
    if (!this.borrowed) {
      keep(note);
      return note.facts;
    }
    const before = kept();
    const again = before.text === note.text; // Undo brought it back
    if (!again) {
      setAside([before, ...aside()]);
      keep(note);
    }
    this.shown(false);
    return again ? before.facts : note.facts;
  }

  /** Puts the note aside that the reader writes, for another that they take. */
  makeRoom() {
    setAside([kept(), ...aside()]);
  }

  /** Takes the latest of those that wait; the one that is shown waits as the last, if it is their own. */
  bringBack(shown) {
    const [latest, ...others] = this.waiting;
    setAside(this.borrowed ? others : [...others, shown]);
    keep(latest);
    return latest;
  }

  /** Gives up the latest of those that wait. */
  discard() {
    setAside(this.waiting.slice(1));
    this.shown(this.borrowed);
  }
}
