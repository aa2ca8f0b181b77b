// Texts as they are shown in one line: characters that are not seen, or turn the text around them, are shown harmlessly.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export const plain = (text) =>
  text.replace(UNSEEN, (each) => (each === "\n" ? " ⏎ " : `‹U+${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`));
