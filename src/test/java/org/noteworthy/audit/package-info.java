/** The audit log on real databases: H2 in a file, and a PostgreSQL server. */
@NullMarked
package org.noteworthy.audit;

import org.jspecify.annotations.NullMarked;
