/**
 * What changed the policy, who did it and why: a chain of its own in the audit log, beside those of the decisions.
 *
 * <p>Start at {@link org.noteworthy.audit.change.PolicyChanges}.
 */
@NullMarked
package org.noteworthy.audit.change;

import org.jspecify.annotations.NullMarked;
