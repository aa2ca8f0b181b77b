/** Characters, words and spelling: composed letters, markup, and how far two words are apart. */
@NullMarked
package org.noteworthy.notes.text;

import org.jspecify.annotations.NullMarked;
