/** Reads the text of a note into facts: blocks, labels, sections, prefix, concerns. */
@NullMarked
package org.noteworthy.notes.parsing;

import org.jspecify.annotations.NullMarked;
