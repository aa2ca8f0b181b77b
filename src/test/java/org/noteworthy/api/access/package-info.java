/** Who is let in, as far as it can be asked without the service. */
@NullMarked
package org.noteworthy.api.access;

import org.jspecify.annotations.NullMarked;
