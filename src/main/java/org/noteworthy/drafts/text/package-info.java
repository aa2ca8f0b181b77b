/**
 * Compares, merges and edits the files of a draft.
 *
 * <p>{@link org.noteworthy.drafts.text.TextDiff} shows what changed, {@link org.noteworthy.drafts.text.ThreeWay} joins
 * two changes of one file, and {@link org.noteworthy.drafts.text.TableEdit} changes rows of a table and no other byte.
 * All three are functions from content to content: where a file lies, and who may change it, is not known here.
 */
@NullMarked
package org.noteworthy.drafts.text;

import org.jspecify.annotations.NullMarked;
