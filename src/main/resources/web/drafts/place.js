// Where on this page somebody is: the address says it, so that links and Back work.

/** The draft, file, line and view that the address names. */
export function place() {
  const query = new URLSearchParams(location.search);
  return { draft: query.get("draft"), file: query.get("file"), view: query.get("view") ?? "files", line: Number(query.get("line")) || 0 };
}

/** Goes to another place of this page without loading it anew; links that are to be opened elsewhere are left to the browser. */
export function open(event, address) {
  if (event !== null) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) {
      return;
    }
    event.preventDefault();
  }
  history.pushState(null, "", address);
  dispatchEvent(new Event("nw-place"));
}

/** Whether asking again would be answered just so: nobody is signed in, may see it, or has it. */
export const isFinal = (problem) => ["signed-out", "forbidden"].includes(problem.kind) || problem.status === 404;

/** The call about a file of a draft. */
export const fileCall = (draft, path) => `/v1/drafts/${encodeURIComponent(draft)}/files/${path.split("/").map(encodeURIComponent).join("/")}`;

export function addressOf({ draft, file, view, line }) {
  const query = new URLSearchParams({ draft });
  if (view && view !== "files") {
    query.set("view", view);
  }
  if (file) {
    query.set("file", file);
  }
  if (line) {
    query.set("line", line);
  }
  return `/drafts?${query}`;
}
