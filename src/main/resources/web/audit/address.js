// What is looked at: the view, the filters, and where in it, all kept in the address of the page.

/** The filters that the calls take, in the order in which they are shown. */
export const FILTERS = [
  "from", "to", "verdict", "severity", "rule", "role", "noteType", "edition", "author", "engagement",
  "note", "digest", "caller", "identity", "waived",
];
export const VIEWS = ["figures", "decisions", "replay", "changes", "proof"];

/** What the address says. */
export function read(search = location.search) {
  const said = new URLSearchParams(search);
  const filters = Object.fromEntries(FILTERS.filter((each) => said.get(each)).map((each) => [each, said.get(each)]));
  const asked = said.get("view");
  const decision = said.get("decision");
  return {
    filters,
    decision,
    replay: said.get("replay"),
    cursor: said.get("cursor"),
    order: said.get("order") === "oldest" ? "oldest" : "newest",
    per: ["day", "week", "month"].includes(said.get("per")) ? said.get("per") : "week",
    view: VIEWS.includes(asked) ? asked : decision ? "decisions" : said.has("replay") ? "replay" : VIEWS[0],
  };
}

/** The address of a view under filters; `more` is what else it says. */
export function address(view, filters, more = {}) {
  return `/audit?${query({ view, ...filters, ...more })}`;
}

/** Names and values as the calls take them; what is empty is left out. */
export function query(values) {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return new URLSearchParams(kept).toString();
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a day, and no moment. */
export const isDay = (text) => DAY.test(text);

/** The day so many days after another. */
export function dayAfter(day, days = 1) {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return Number.isNaN(moment.getTime()) ? day : moment.toISOString().slice(0, 10);
}

/** From when to when a day, a week (2020-W14) or a month is, as filters. */
export function span(per, name) {
  if (per === "day") {
    return { from: name, to: dayAfter(name) };
  }
  if (per === "month") {
    const [year, month] = name.split("-").map(Number);
    return { from: `${name}-01`, to: new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10) };
  }
  const [year, week] = name.split("-W").map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7));
  const from = monday.toISOString().slice(0, 10);
  return { from, to: dayAfter(from, 7) };
}
