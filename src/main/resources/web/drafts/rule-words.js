// Everything that a rule of a draft may say, as the service tells it.
import { call } from "../shared/calls.js";

/** The vocabulary of a draft, with ways to look things up. */
export class Words {
  constructor({ properties, comparisons, metadata, clauses, language, tables }) {
    Object.assign(this, { properties, comparisons, metadata, clauses, tables });
    this.phrases = Object.values(language).flat();
    this.facts = [...new Set(properties.map((each) => each.fact))];
    this.all = [...new Map(Object.values(comparisons).flat().map((each) => [each.comparison, each])).values()];
  }

  /** A property by its path, whatever name of a fact stands in front of it. */
  property(path, fact) {
    const bare = path.replace(/^\$\w+\./, "").replace(/^!/, "");
    return this.properties.find((each) => each.path === bare && (!fact || each.fact === fact)) ?? this.properties.find((each) => each.path === bare);
  }

  /** The comparisons that a property takes; all of them where it is not known. */
  comparisonsOf(property) {
    return (property && this.comparisons[property.kind]) ?? (property ? [] : this.all);
  }

  meta(name) {
    return this.metadata.find((each) => each.name === name);
  }

  /** The values that something that a rule says of itself takes, each with what it stands for. */
  choices(name) {
    return name === "clause"
      ? this.clauses.map((each) => ({ value: each.id, says: each.title }))
      : (this.meta(name)?.values ?? []);
  }
}

/** Asks for it anew; the tables of a draft change. */
export const words = (draft) => call("GET", `/v1/drafts/${encodeURIComponent(draft)}/vocabulary`).then((answer) => new Words(answer));
