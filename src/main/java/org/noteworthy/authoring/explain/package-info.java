/** Rules, clauses and editions explained, traced and compared. */
@NullMarked
package org.noteworthy.authoring.explain;

import org.jspecify.annotations.NullMarked;
