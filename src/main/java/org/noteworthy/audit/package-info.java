/**
 * What was decided, by which rules, and how that can be proven: the audit log, questions to it, judging again.
 *
 * <p>Plain Java over JDBC, usable without the service.
 */
@NullMarked
package org.noteworthy.audit;

import org.jspecify.annotations.NullMarked;
