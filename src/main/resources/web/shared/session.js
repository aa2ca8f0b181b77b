// Who is signed in, what they may do, and what becomes of the page when that changes.
import { call, gate, repeat } from "./calls.js";

let known = null;
let current = null;
let asked = null;

/** The session as `GET /v1/session` tells it; asked for once a page. */
export function session() {
  known ??= call("GET", "/v1/session").then(take, (problem) => {
    known = null;
    throw problem;
  });
  return known;
}

function take(now) {
  current = now;
  repeat(now.csrf ?? null);
  dispatchEvent(new CustomEvent("nw-session", { detail: now }));
  return now;
}

/** The session as it was last told; null while none was. */
export const lastKnown = () => current;

/** Asks anew; whoever is found signed in then goes on with the page. */
export async function refresh() {
  const before = current;
  known = null;
  const now = await session();
  if (now.signedIn && (!before?.signedIn || before.identity !== now.identity || asked !== null)) {
    goOn(before, now);
  }
  return now;
}

/** Somebody has signed in: `now` is the answer of that call. */
export function signedIn(now) {
  const before = current;
  known = Promise.resolve(take(now));
  goOn(before, now);
}

/**
 * Calls that wait are made again. Where the same person is back nothing else happens, so that what was typed stays; a page
 * that shows other things to other people does so on `nw-signed-in` and prevents its default, else it is read anew.
 */
function goOn(before, now) {
  const again = left !== null && left.identity === now.identity && left.operations.join() === now.operations.join();
  left = null;
  const waiting = asked;
  asked = null;
  const event = new CustomEvent("nw-signed-in", { detail: { before, now, again }, cancelable: true });
  const handled = !dispatchEvent(event);
  waiting?.answer(again);
  if (!again && !handled) {
    location.reload();
  }
}

/** Whoever was signed in when their session ended. */
let left = null;
let declined = false;

/** Asks whoever is at the page to sign in again; nobody does who was not signed in, or did not want to. */
function signInAgain() {
  if (left === null && current?.signedIn) {
    left = current;
    declined = false;
    current = { ...current, signedIn: false, roles: [], operations: [], identity: undefined, signOut: undefined };
    known = null;
    dispatchEvent(new CustomEvent("nw-session", { detail: current }));
  }
  if (left === null || declined) {
    return Promise.resolve(false);
  }
  if (asked === null) {
    let answer;
    const promise = new Promise((resolve) => (answer = resolve));
    asked = { promise, answer };
    dispatchEvent(new CustomEvent("nw-ended", { detail: left }));
  }
  return asked.promise;
}

/** Nobody wants to sign in now: calls that wait are refused. */
export function decline() {
  declined = true;
  asked?.answer(false);
  asked = null;
}

/** Whether another try may help, since what this page repeats with its calls was not that of the session any more. */
async function renewed() {
  const before = current;
  known = null;
  const now = await session();
  return now.signedIn && now.identity === before?.identity && now.csrf !== before.csrf;
}

gate({ known: session, signInAgain, renewed });

/** Whether whoever is signed in may make the call, by its name in the description of the calls. */
export async function may(operation) {
  const now = await session();
  return now.access === "none" || (now.operations ?? []).includes(operation);
}
