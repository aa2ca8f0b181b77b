/** So much of a digest as tells it from others. */
export const shortDigest = (digest) => String(digest).replace(/^sha256:/, "").slice(0, 12);
