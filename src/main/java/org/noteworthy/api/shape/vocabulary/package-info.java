/** The vocabulary of an edition, told for the description of the calls alone. */
@NullMarked
package org.noteworthy.api.shape.vocabulary;

import org.jspecify.annotations.NullMarked;
