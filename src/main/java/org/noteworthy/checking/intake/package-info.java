/**
 * Records from outside: JSON in, {@link org.noteworthy.notes.NoteRecord} and
 * {@link org.noteworthy.notes.EngagementRecord} out, or every reason why not.
 *
 * <p>It knows the fields of a record, how each is written, and the limits. {@link
 * org.noteworthy.checking.intake.RecordField} describes the fields once for JSON, tables and front matter; {@link
 * org.noteworthy.checking.intake.NoteDraft} collects their values. It opens no files and knows nothing of playbooks:
 * whether a role or a note type exists is for the rules to say. Start reading at {@link
 * org.noteworthy.checking.intake.JsonRecords}.
 */
@NullMarked
package org.noteworthy.checking.intake;

import org.jspecify.annotations.NullMarked;
