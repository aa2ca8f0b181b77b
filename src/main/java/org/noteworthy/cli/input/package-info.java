/**
 * Files and streams in, entries out: each a note, an engagement, or the reason why something is neither.
 *
 * <p>It knows the forms of input that the command line takes, where in them an entry stands, and how to go on after one
 * that is broken; it holds one entry at a time. What the fields mean is the concern of {@code checking.intake}, what
 * the entries are worth that of {@code checking}. Start reading at {@link org.noteworthy.cli.input.NoteInputs}.
 */
@NullMarked
package org.noteworthy.cli.input;

import org.jspecify.annotations.NullMarked;
