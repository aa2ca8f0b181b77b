// A note in an address: in its fragment, which no browser sends to a service, with the edition that judged it.

const said = () => new URLSearchParams(location.hash.slice(1));

/** Whether the fragment is meant to hold a note; else it is a place of the page, or nothing. */
export const holdsNote = () => said().has("note") || said().has("z");

/** Reads a note out of the fragment; null where there is none. Throws where it cannot be read. */
export async function noteInAddress() {
  if (!holdsNote()) {
    return null;
  }
  const parameters = said();
  const note = JSON.parse(parameters.get("note") ?? (await unpacked(parameters.get("z"))));
  if (typeof note !== "object" || note === null) {
    throw new Error("no note");
  }
  return { note, edition: parameters.get("edition"), digest: parameters.get("digest") };
}

/** Takes the note out of the address, once it is not what is shown any more. */
export function leaveAddress() {
  if (holdsNote()) {
    history.replaceState(history.state, "", location.pathname + location.search);
  }
}

/** The address of a note, with what it was judged by where it was. */
export async function addressOf(note, report) {
  const judged = report ? { edition: report.playbook, digest: report.digest } : {};
  const parameters = new URLSearchParams({ z: await packed(JSON.stringify(note)), ...judged });
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
