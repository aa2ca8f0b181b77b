/** Tells by logic which conditions can never hold, or always do. */
@NullMarked
package org.noteworthy.authoring.lint.logic;

import org.jspecify.annotations.NullMarked;
