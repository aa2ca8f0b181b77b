/** Bytes as text: encodings, lines, and lengths. */
@NullMarked
package org.noteworthy.input.text;

import org.jspecify.annotations.NullMarked;
