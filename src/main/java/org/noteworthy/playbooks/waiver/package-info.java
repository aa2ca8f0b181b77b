/** Waivers: which violations of a rule stand for a time, as the owners of the policy have decided. */
@NullMarked
package org.noteworthy.playbooks.waiver;

import org.jspecify.annotations.NullMarked;
