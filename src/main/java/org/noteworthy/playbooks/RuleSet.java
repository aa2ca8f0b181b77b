package org.noteworthy.playbooks;

import java.util.List;

/**
 * The rules of an edition, read and compiled.
 *
 * @param rules sorted by id
 * @param classes what the rule engine made of them
 */
record RuleSet(List<Rule> rules, AdmittedClasses classes) {}
