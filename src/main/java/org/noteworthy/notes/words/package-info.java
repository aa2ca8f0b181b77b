/** The names and phrases of a playbook's tables, found in texts in any usual form. */
@NullMarked
package org.noteworthy.notes.words;

import org.jspecify.annotations.NullMarked;
