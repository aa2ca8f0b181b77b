// What a browser remembers for its reader. Where it may not (private windows, full), the pages work all the same.
const PREFIX = "noteworthy.";

export function recall(key, otherwise = null) {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise;
  }
}

export function remember(key, value) {
  try {
    if (value === null || value === undefined) {
      localStorage.removeItem(PREFIX + key);
    } else {
      localStorage.setItem(PREFIX + key, JSON.stringify(value));
    }
    return true;
  } catch {
    return false;
  }
}
