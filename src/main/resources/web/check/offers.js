// What the editions offer whoever writes a note.
import { call } from "../shared/calls.js";

const path = (edition) => `/v1/playbooks/${encodeURIComponent(edition)}`;

/** What can be chosen from in an edition. */
export const choicesOf = (edition) => call("GET", `${path(edition)}/choices`);

/** Its rules by their names. */
export const rulesOf = async (edition) => new Map((await call("GET", `${path(edition)}/rules`)).rules.map((each) => [each.id, each]));

/** The editions that serve, and the one in force, or else the last. */
export async function editions() {
  const { inForce, playbooks } = await call("GET", "/v1/playbooks");
  const all = playbooks.filter((each) => each.serving).map((each) => each.version);
  return { all, first: inForce ?? all.at(-1) };
}
