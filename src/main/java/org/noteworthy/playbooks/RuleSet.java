package org.noteworthy.playbooks;

import java.util.List;
import java.util.SortedMap;

/**
 * The rules of an edition, read and compiled.
 *
 * @param rules sorted by id
 * @param classes compiled classes by binary name with slashes, as the rule engine made them
 */
record RuleSet(List<Rule> rules, SortedMap<String, byte[]> classes) {}
