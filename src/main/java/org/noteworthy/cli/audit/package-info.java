/** The verbs that ask and keep the audit log. */
@NullMarked
package org.noteworthy.cli.audit;

import org.jspecify.annotations.NullMarked;
