/** Rules as forms, told for the description of the calls, and read from their bodies. */
@NullMarked
package org.noteworthy.api.shape.form;

import org.jspecify.annotations.NullMarked;
