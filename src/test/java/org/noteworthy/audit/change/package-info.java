/** Tests of the chain of policy changes. */
@NullMarked
package org.noteworthy.audit.change;

import org.jspecify.annotations.NullMarked;
