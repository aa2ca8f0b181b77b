// A note in an address: in its fragment, which no browser sends to a service, with the edition that judged it.

/** Reads a note out of the fragment; null where there is none, or none that can be read. */
export async function noteInAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  try {
    if (parameters.has("note")) {
      return { note: JSON.parse(parameters.get("note")), edition: parameters.get("edition"), digest: parameters.get("digest") };
    }
    if (parameters.has("z")) {
      return { note: JSON.parse(await unpacked(parameters.get("z"))), edition: parameters.get("edition"), digest: parameters.get("digest") };
    }
  } catch {
    return null;
  }
  return null;
}

/** The address of a note as it was judged. */
export async function addressOf(note, report) {
  const parameters = new URLSearchParams({ z: await packed(JSON.stringify(note)), edition: report.playbook, digest: report.digest });
  return `${location.origin}/#${parameters}`;
}

async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** No more than a note may hold, however much it unpacks to. */
const MOST = 1 << 20;

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST) {
      await reader.cancel();
      throw new Error("too long");
    }
    parts.push(next.value);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(parts).arrayBuffer());
}
