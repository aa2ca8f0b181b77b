/** Records as callers write them: fields, values, limits, and what is wrong with them. */
@NullMarked
package org.noteworthy.input;

import org.jspecify.annotations.NullMarked;
