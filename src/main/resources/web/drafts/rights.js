// What whoever looks may do. Where that is not known, everything is offered: the service decides.
import { may } from "../shared/session.js";

const OPERATIONS = ["createDraft", "discardDraft", "changeDraftTable", "changeDraftFile", "deleteDraftFile", "rebaseDraft",
  "submitDraft", "withdrawDraft", "commentDraft", "checkDraft", "tryDraft", "approveDraft", "publishDraft", "rollback", "listChanges"];

/** Names of the calls that they may make. */
export async function rights() {
  const known = await Promise.all(OPERATIONS.map((each) => may(each).catch(() => true)));
  return new Set(OPERATIONS.filter((each, i) => known[i]));
}
