/** Who may do what, without a service. */
@NullMarked
package org.noteworthy.access;

import org.jspecify.annotations.NullMarked;
