/** What is wrong with an edition, and what in it looks unintended. */
@NullMarked
package org.noteworthy.authoring.lint;

import org.jspecify.annotations.NullMarked;
