// What was found in many notes: kept in memory, counted while it comes, and shown by pages.
const ORDER = ["error", "warning", "info"];

export class Results {
  rows = [];
  compliant = 0;
  violating = 0;
  unjudged = 0;
  /** By rule, and by severity: how many notes have such a finding. */
  rules = new Map();
  severities = new Map();

  /** Takes one line of the report. */
  add(line) {
    const findings = (line.violations ?? []).filter((each) => !each.waived);
    const kind = line.error ? "unjudged" : line.compliant ? "compliant" : "violating";
    const row = { at: this.rows.length, name: String(line.note ?? line.engagement ?? line.input ?? ""), kind, findings: findings.length, line };
    this.rows.push(row);
    this[kind] += 1;
    for (const each of new Map(findings.map((found) => [found.rule, found.severity]))) {
      const [rule, severity] = each;
      const known = this.rules.get(rule) ?? { severity, notes: 0 };
      known.notes += 1;
      this.rules.set(rule, known);
    }
    for (const each of new Set(findings.map((found) => found.severity))) {
      this.severities.set(each, (this.severities.get(each) ?? 0) + 1);
    }
  }

  get judged() {
    return this.compliant + this.violating;
  }

  /** The rules that were broken, the most often broken first. */
  byRule() {
    return [...this.rules].sort((a, b) => b[1].notes - a[1].notes || (a[0] < b[0] ? -1 : 1));
  }

  bySeverity() {
    return [...this.severities].sort((a, b) => ORDER.indexOf(a[0]) - ORDER.indexOf(b[0]));
  }

  /** The rows that are asked for, in the order that is asked for. */
  select({ kind = "", rule = "", severity = "", words = "", by = "at", down = false }) {
    const wanted = words.toLowerCase();
    const said = (line) => [line.note, line.engagement, line.input, line.error?.detail, ...(line.violations ?? []).flatMap((each) => [each.rule, each.message, each.found])].join("\n").toLowerCase();
    const rows = this.rows.filter(
      (row) =>
        (kind === "" || row.kind === kind) &&
        (rule === "" || row.line.violations?.some((each) => each.rule === rule && !each.waived)) &&
        (severity === "" || row.line.violations?.some((each) => each.severity === severity && !each.waived)) &&
        (wanted === "" || said(row.line).includes(wanted)),
    );
    const order = new Intl.Collator(undefined, { numeric: true });
    const compare = { at: (a, b) => a.at - b.at, name: (a, b) => order.compare(a.name, b.name), kind: (a, b) => order.compare(a.kind, b.kind), findings: (a, b) => a.findings - b.findings }[by];
    rows.sort((a, b) => (down ? compare(b, a) : compare(a, b)) || a.at - b.at);
    return rows;
  }
}
