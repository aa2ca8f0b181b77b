/** Reads rule files into rules, or says what in them is not of the language. */
@NullMarked
package org.noteworthy.playbooks.language.parsing;

import org.jspecify.annotations.NullMarked;
