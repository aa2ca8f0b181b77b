/** New rules, editions and fixtures, written as files to go on from. */
@NullMarked
package org.noteworthy.authoring.scaffold;

import org.jspecify.annotations.NullMarked;
