// The calls of the service, as any client makes them.
import { poll } from "./poll.js";
import { t } from "./texts.js";

const CSRF = "Noteworthy-CSRF";
const SESSION = "/v1/session";

/** Why a call has no answer that can be used: `kind` is offline, signed-out, forbidden or problem. */
export class CallProblem extends Error {
  constructor(kind, message, status = 0, problem = null) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

let csrf;
/** What each call that changes something repeats from now on; null where it need not repeat anything. */
export const repeat = (token) => (csrf = token);

let guard = { known: async () => {}, signInAgain: async () => false, renewed: async () => false };
/**
 * Who is asked for the session, before the first call that changes something, and when a call is not let through:
 * `signInAgain()` and `renewed()` tell whether to make it once more.
 */
export const gate = (which) => (guard = which);

/**
 * Makes a call and hands on the answer as it comes. What is wrong is thrown as a CallProblem, with the sentence of the
 * service; `expected` names statuses that are no problem. Where the session has ended the call waits until somebody has
 * signed in again, and is made once more.
 */
export async function send(method, path, options = {}) {
  const { expected = [], signal } = options;
  if (csrf === undefined && method !== "GET" && path !== SESSION) {
    await guard.known().catch(() => {});
  }
  const repeated = csrf;
  let answer = await once(method, path, options);
  if (path !== SESSION && answer.status === 401 && (await unless(signal, guard.signInAgain()))) {
    answer = await once(method, path, options);
  } else if (answer.status === 403 && repeated && method !== "GET" && (await guard.renewed().catch(() => false))) {
    answer = await once(method, path, options);
  }
  if (answer.ok || expected.includes(answer.status)) {
    return answer;
  }
  const problem = await answer.json().catch(() => ({}));
  const kind = answer.status === 401 ? "signed-out" : answer.status === 403 ? "forbidden" : "problem";
  throw new CallProblem(kind, problem.detail ?? problem.title ?? `${answer.status}`, answer.status, problem);
}

async function once(method, path, { json, body, headers = {}, signal }) {
  const all = new Headers(headers);
  if (json !== undefined) {
    body = JSON.stringify(json);
    all.set("Content-Type", "application/json");
  }
  if (csrf && method !== "GET") {
    all.set(CSRF, csrf);
  }
  try {
    const answer = await fetch(path, { method, body, headers: all, signal, cache: "no-store", redirect: "error" });
    announce(true);
    return answer;
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    announce(false);
    throw new CallProblem("offline", t("state.offline"));
  }
}

/** What is promised, unless the call is given up before. */
function unless(signal, promise) {
  if (!signal) {
    return promise;
  }
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason);
    signal.addEventListener("abort", give, { once: true });
    promise.finally(() => signal.removeEventListener("abort", give)).then(resolve, reject);
  });
}

/** Makes a call and reads the JSON of its answer; null where there is none. */
export async function call(method, path, options) {
  const answer = await send(method, path, options);
  return answer.status === 204 || answer.status === 304 ? null : answer.json();
}

/** What costs the service least, and how often it is asked for while nothing is answered. */
const LIVE = "/q/health/live";
const EACH = 2000;

let online = true;
let probing = 0;
/** Tells the page when the service stops to answer and when it answers again; until then it is tried again and again. */
function announce(now) {
  if (now !== online) {
    online = now;
    clearTimeout(probing);
    probing = now ? 0 : setTimeout(probe, EACH);
    dispatchEvent(new CustomEvent("nw-online", { detail: now }));
  }
}

async function probe() {
  try {
    await fetch(LIVE, { cache: "no-store" });
    announce(true);
  } catch {
    clearTimeout(probing);
    probing = online ? 0 : setTimeout(probe, EACH);
  }
}

/** Asks for something again and again, and hands it on whenever it has changed. Gives back what ends it. */
export function follow(path, changed, { every = 1000, failed = () => {} } = {}) {
  let tag = null;
  const look = async (wanted, first) => {
    tag = first ? null : tag;
    const answer = await send("GET", path, { headers: tag ? { "If-None-Match": tag } : {}, expected: [304] });
    if (answer.status !== 304 && wanted()) {
      const text = await answer.text();
      const next = answer.headers.get("ETag") ?? text;
      if (next !== tag) {
        tag = answer.headers.has("ETag") ? next : null;
        changed(JSON.parse(text), answer);
      }
    }
  };
  const missed = (problem) => {
    tag = null; // what comes next is handed on, changed or not, so that whoever failed goes on
    failed(problem);
  };
  return poll(look, missed, every);
}
