/** Lets old decisions go, and keeps those under hold. */
@NullMarked
package org.noteworthy.audit.retention;

import org.jspecify.annotations.NullMarked;
