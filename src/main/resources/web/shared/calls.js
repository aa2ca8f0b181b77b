// The calls of the service, as any client makes them.
const CSRF = "Noteworthy-CSRF";

/** Why a call has no answer that can be used: `kind` is offline, signed-out, forbidden or problem. */
export class CallProblem extends Error {
  constructor(kind, message, status = 0, problem = null) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

function cookie(name) {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/**
 * Makes a call and hands on the answer as it comes. What is wrong is thrown as a CallProblem, with the sentence of the
 * service; `expected` names statuses that are no problem.
 */
export async function send(method, path, { json, body, headers = {}, signal, expected = [] } = {}) {
  const all = new Headers(headers);
  if (json !== undefined) {
    body = JSON.stringify(json);
    all.set("Content-Type", "application/json");
  }
  const token = cookie(CSRF);
  if (token !== null && method !== "GET") {
    all.set(CSRF, token);
  }
  let answer;
  try {
    answer = await fetch(path, { method, body, headers: all, signal, cache: "no-store", redirect: "error" });
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    announce(false);
    throw new CallProblem("offline", String(failure.message));
  }
  announce(true);
  if (answer.ok || expected.includes(answer.status)) {
    return answer;
  }
  const problem = await answer.json().catch(() => ({}));
  const kind = answer.status === 401 ? "signed-out" : answer.status === 403 ? "forbidden" : "problem";
  if (kind === "signed-out") {
    dispatchEvent(new Event("nw-signed-out"));
  }
  throw new CallProblem(kind, problem.detail ?? problem.title ?? `${answer.status}`, answer.status, problem);
}

/** Makes a call and reads the JSON of its answer; null where there is none. */
export async function call(method, path, options) {
  const answer = await send(method, path, options);
  return answer.status === 204 || answer.status === 304 ? null : answer.json();
}

let online = true;
/** Tells the page when the service stops to answer and when it answers again. */
function announce(now) {
  if (now !== online) {
    online = now;
    dispatchEvent(new CustomEvent("nw-online", { detail: now }));
  }
}

/**
 * Asks for something again and again while the page is seen, and hands it on whenever it has changed. Gives back what ends it.
 */
export function follow(path, changed, { every = 1000, failed = () => {} } = {}) {
  let tag = null;
  let ended = false;
  let timer = 0;
  const look = async () => {
    if (ended) {
      return;
    }
    if (document.visibilityState === "visible") {
      try {
        const answer = await send("GET", path, { headers: tag ? { "If-None-Match": tag } : {}, expected: [304] });
        if (answer.status !== 304 && !ended) {
          const text = await answer.text();
          const next = answer.headers.get("ETag") ?? text;
          if (next !== tag) {
            tag = answer.headers.has("ETag") ? next : null;
            changed(JSON.parse(text), answer);
          }
        }
      } catch (problem) {
        failed(problem);
      }
    }
    timer = setTimeout(look, every);
  };
  look();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
