/** Notes in CSV tables. */
@NullMarked
package org.noteworthy.input.table;

import org.jspecify.annotations.NullMarked;
