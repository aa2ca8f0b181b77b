/** A caller of the service whose client is generated from the description of the calls; see the profile {@code caller}. */
@NullMarked
package org.noteworthy.caller;

import org.jspecify.annotations.NullMarked;
