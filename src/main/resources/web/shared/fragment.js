// What stands behind the # of an address, such as a note: kept in this window while somebody is led elsewhere and back.
const KEPT = "noteworthy.fragment";

const here = () => location.pathname + location.search;

/** Keeps it for the way back to this address. */
export function keepFragment() {
  try {
    if (location.hash.length > 1) {
      sessionStorage.setItem(KEPT, JSON.stringify({ at: here(), hash: location.hash }));
    }
  } catch {
    // where nothing may be kept, it is lost
  }
}

/** Puts it back where that was the way back, and forgets it. */
export function restoreFragment() {
  try {
    const { at, hash } = JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
    sessionStorage.removeItem(KEPT);
    if (at === here() && location.hash === "") {
      history.replaceState(null, "", at + hash);
    }
  } catch {
    // nothing was kept
  }
}
