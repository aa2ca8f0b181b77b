// Which clauses and rules a reader wants to see.
const lower = (text) => text.toLocaleLowerCase();

/** Whether all words stand somewhere in the texts. */
const holds = (words, texts) => {
  const all = lower(texts.join("\n"));
  return words.every((word) => all.includes(word));
};

const ruleTexts = (rule) => [rule.id, rule.about, rule.message, rule.condition, ...(rule.violatedWhen ?? []), ...rule.noteTypes];

/**
 * The clauses that are to be seen, in their order, each with its rules that are. A word found in a clause shows all of its
 * rules that the other choices let through. Rules whose clause the guidance does not have come last, under no clause.
 */
export function chosen(edition, { find = "", severity, role, checked, clause }) {
  const words = lower(find).split(/\s+/).filter((word) => word !== "");
  const fits = (rule) => (!severity || rule.severity === severity)
    && (!role || rule.roles.length === 0 || rule.roles.includes(role));
  const byClause = Map.groupBy(edition.rules, (rule) => rule.clause);
  const narrowed = Boolean(severity || role);
  const shown = [];
  edition.clauses.forEach((each, index) => {
    const rules = byClause.get(each.id) ?? [];
    byClause.delete(each.id);
    if ((checked && each.checkedBy !== checked) || (clause && each.id !== clause)) {
      return;
    }
    const named = holds(words, [each.id, each.title, each.text, ...each.readings]);
    const left = rules.filter((rule) => fits(rule) && (named || holds(words, ruleTexts(rule))));
    if (left.length > 0 || (named && !narrowed)) {
      shown.push({ clause: each, number: index + 1, rules: left });
    }
  });
  const lost = [...byClause.values()].flat().filter((rule) => fits(rule) && holds(words, ruleTexts(rule)));
  if (lost.length > 0 && !checked && !clause) {
    shown.push({ clause: null, number: null, rules: lost });
  }
  return shown;
}

/** What there is to choose from, in the order in which the edition has it. */
export const choices = (edition) => ({
  severities: [...new Set(edition.rules.map((rule) => rule.severity))],
  roles: [...new Set(edition.rules.flatMap((rule) => rule.roles))],
  checks: [...new Set(edition.clauses.map((clause) => clause.checkedBy))],
});
