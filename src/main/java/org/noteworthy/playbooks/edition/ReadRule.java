package org.noteworthy.playbooks.edition;

import org.noteworthy.playbooks.language.WrittenRule;

/** A rule as it is written, and what it says. */
public record ReadRule(WrittenRule written, Rule rule) {}
