package org.noteworthy.checking.outcome;

/** How many rules of the playbook ended in each of the four outcomes; together, all of them. */
public record Outcomes(int violated, int passed, int notApplicable, int needsPerson) {}
