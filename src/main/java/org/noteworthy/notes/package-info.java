/**
 * Text and tables in, facts out.
 *
 * <p>A {@link org.noteworthy.notes.parsing.NoteParser} reads the {@link org.noteworthy.notes.NoteRecord} that a caller hands in,
 * with the words of a playbook's {@link org.noteworthy.notes.Tables}, into one {@link org.noteworthy.notes.Note}: the
 * fact that rules ask about. Every text is accepted and nothing is judged here; there is no input or output and no word
 * of any playbook. Start reading at {@code NoteParser}.
 */
@NullMarked
package org.noteworthy.notes;

import org.jspecify.annotations.NullMarked;
