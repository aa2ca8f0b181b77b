/** Who makes a call, kept with it for whoever answers it. Knows the calls of the platform and identities, nothing else. */
@NullMarked
package org.noteworthy.api.identity;

import org.jspecify.annotations.NullMarked;
