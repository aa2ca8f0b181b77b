/** Fixtures, what they cover, and the changes of rules that they notice. */
@NullMarked
package org.noteworthy.authoring.testing;

import org.jspecify.annotations.NullMarked;
