/** Files of any form, opened by their names. */
@NullMarked
package org.noteworthy.input.file;

import org.jspecify.annotations.NullMarked;
