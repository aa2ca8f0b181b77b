// Text from outside with nothing in it that is not seen: control signs and those that turn the direction of writing.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/g;

/** The same text, where each such sign is told by its number. */
export const harmless = (text) =>
  String(text ?? "").replace(UNSEEN, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
