package org.noteworthy.notes.parsing;

import java.util.List;
import org.noteworthy.notes.SectionUse;

/**
 * What is said of one workload, or of several at once: a prefix and the sections under it. Most notes are one block.
 *
 * @param prefix as it stands in the text; without codes where the note has none
 * @param end exclusive end of the block
 */
record Block(PrefixReader.Found prefix, int end, List<SectionUse> uses) {}
