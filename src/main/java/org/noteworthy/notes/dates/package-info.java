/** Reads what a text says of time, by the words of the playbook. */
@NullMarked
package org.noteworthy.notes.dates;

import org.jspecify.annotations.NullMarked;
