/**
 * What other rooms write as JSON and the service only hands on, told as records for the description of the calls alone:
 * reports, rules and clauses, decisions and sums of them.
 */
@NullMarked
package org.noteworthy.api.shape;

import org.jspecify.annotations.NullMarked;
