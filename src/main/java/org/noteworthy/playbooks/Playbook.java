package org.noteworthy.playbooks;

import org.noteworthy.notes.Tables;
import org.noteworthy.notes.parsing.NoteParser;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.engine.RuleBase;

/**
 * One edition, ready to judge by: what it says, the parser that speaks its words, and its rules inside the engine.
 *
 * <p>Never changes; a changed folder gives another one.
 *
 * @param noteRules rules about single notes
 * @param engagementRules rules about whole engagements
 * @param files what it was read from
 */
public record Playbook(
        Edition edition,
        Tables tables,
        NoteParser parser,
        RuleBase noteRules,
        RuleBase engagementRules,
        EditionFiles files) {}
