/** Rules and their outcomes in sentences for people. */
@NullMarked
package org.noteworthy.playbooks.language.words;

import org.jspecify.annotations.NullMarked;
