/** Everything that a rule may say of a fact, in the words of rules and of people. */
@NullMarked
package org.noteworthy.notes.vocabulary;

import org.jspecify.annotations.NullMarked;
