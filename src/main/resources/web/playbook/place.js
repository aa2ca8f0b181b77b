// Where a reader is on the page: kept in the address, so that it can be shared and Back works.
const FIELDS = ["edition", "view", "rule", "clause", "table", "from", "to", "draft", "find", "severity", "role", "checked"];
const MOST = 200;

/** What the address says; what it does not say is absent. */
export function place() {
  const asked = new URLSearchParams(location.search);
  const here = {};
  for (const field of FIELDS) {
    const value = asked.get(field);
    if (value) {
      here[field] = value.slice(0, MOST);
    }
  }
  return here;
}

/** The address of a place. */
export function address(there) {
  const asked = new URLSearchParams();
  for (const field of FIELDS) {
    if (there[field]) {
      asked.set(field, there[field]);
    }
  }
  const query = asked.toString();
  return query === "" ? location.pathname : `${location.pathname}?${query}`;
}

/** Goes to a place; `replace` where Back should not lead to the one before, as while somebody types. */
export function go(there, { replace = false } = {}) {
  const to = address(there);
  if (to !== location.pathname + location.search) {
    history[replace ? "replaceState" : "pushState"](null, "", to);
  }
  dispatchEvent(new Event("nw-place"));
}

/** Changes a part of the place. */
export const move = (changes, how) => go({ ...place(), ...changes }, how);

/** A link of the page, followed without loading it again; with a key held down it does what links do. */
export function follows(event, there) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  go(there);
}
