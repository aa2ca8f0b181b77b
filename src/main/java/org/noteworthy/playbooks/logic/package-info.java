/**
 * What conditions of rules mean together: whether they can ever be fulfilled, and whether one follows from others.
 *
 * <p>Start at {@link org.noteworthy.playbooks.logic.Reasoner}. It says yes or no only where that is certain for every note,
 * and nothing where a condition is too large to look through.
 */
@NullMarked
package org.noteworthy.playbooks.logic;

import org.jspecify.annotations.NullMarked;
