/**
 * What can be said against an edition without compiling it: everything that is wrong, and what looks unintended.
 *
 * <p>Start at {@link org.noteworthy.playbooks.lint.Lint}. What is wrong is found by whoever reads the edition; here are the
 * doubts about what could be read.
 */
@NullMarked
package org.noteworthy.playbooks.lint;

import org.jspecify.annotations.NullMarked;
