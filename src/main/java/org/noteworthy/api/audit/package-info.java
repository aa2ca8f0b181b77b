/** The calls that ask the audit log: decisions, checkpoints, holds, replays, and what changed the policy. */
@NullMarked
package org.noteworthy.api.audit;

import org.jspecify.annotations.NullMarked;
