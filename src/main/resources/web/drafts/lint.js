// What lint says of a file that is not saved, where the service can be asked that.
import { call } from "../shared/calls.js";

let known = null;

/** Whether the service has a call; so that none is made that there is not. */
export async function has(named) {
  known ??= call("GET", "/v1").then((answer) => new Set(answer.calls), () => {
    known = null;
    return new Set();
  });
  return (await known).has(named);
}

let latest = 0;

/** The findings about a text in place of a file of a draft; null where that cannot be asked, undefined where it was overtaken. */
export async function lints(draft, path, text) {
  const mine = ++latest;
  if (!(await has("POST /v1/drafts/{draft}/lint"))) {
    return null;
  }
  try {
    const answer = await call("POST", `/v1/drafts/${encodeURIComponent(draft)}/lint`, { json: { path, text } });
    return mine === latest ? answer.lint ?? answer.findings ?? answer.diagnostics ?? [] : undefined;
  } catch {
    return mine === latest ? null : undefined;
  }
}
