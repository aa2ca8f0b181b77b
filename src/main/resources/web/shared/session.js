// Who is signed in, and what they may do.
import { call } from "./calls.js";

let known = null;

/** The session as `GET /v1/session` tells it; asked for once a page. */
export function session() {
  known ??= call("GET", "/v1/session").catch((problem) => {
    known = null;
    throw problem;
  });
  return known;
}

/** Asks anew, after signing in or out. */
export function forget() {
  known = null;
}

/** Whether whoever is signed in may make the call, by its name in the description of the calls. */
export async function may(operation) {
  const now = await session();
  return now.access === "none" || (now.operations ?? []).includes(operation);
}
