/** The database of the audit log: its file, its tables, and questions to it. */
@NullMarked
package org.noteworthy.audit.store;

import org.jspecify.annotations.NullMarked;
