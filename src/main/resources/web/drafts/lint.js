// What lint says of a file that is not saved, where the service can be asked that.
import { call } from "../shared/calls.js";
import { may } from "../shared/session.js";

let known = null;

/** Whether the service has a call; so that none is made that there is not. */
export async function has(named) {
  known ??= call("GET", "/v1").then((answer) => new Set(answer.calls), () => {
    known = null;
    return new Set();
  });
  return (await known).has(named);
}

let before = null;

/**
 * The findings about a text in place of a file of a draft; null where that cannot be asked, undefined where it was overtaken.
 * Whoever types on ends the call before.
 */
export async function lints(draft, path, text) {
  if (!(await has("POST /v1/drafts/{draft}/lint")) || !(await may("lintDraft").catch(() => true))) {
    return null;
  }
  before?.abort();
  const mine = new AbortController();
  before = mine;
  try {
    const answer = await call("POST", `/v1/drafts/${encodeURIComponent(draft)}/lint`, { json: { path, text }, signal: mine.signal });
    return mine.signal.aborted ? undefined : answer.lint;
  } catch {
    return mine.signal.aborted ? undefined : null;
  }
}
