/** Proves that an audit log was not changed. */
@NullMarked
package org.noteworthy.audit.proof;

import org.jspecify.annotations.NullMarked;
