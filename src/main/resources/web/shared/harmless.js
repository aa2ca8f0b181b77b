// Text from outside with nothing in it that is not seen: control signs, signs without width, and those that turn the direction of writing.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const numbered = (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** The same text, where each such sign is told by its number. */
export const harmless = (text) => String(text ?? "").replace(UNSEEN, numbered);

/** The same on one line: line ends and tabs are told as well. */
export const plain = (text) => harmless(text).replace(/[\t\n\r]/g, (sign) => (sign === "\n" ? " ⏎ " : numbered(sign)));
