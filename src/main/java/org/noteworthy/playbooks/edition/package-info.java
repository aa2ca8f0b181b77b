/** One edition as its files say it: settings, clauses, tables, rules, and what is wrong with them. */
@NullMarked
package org.noteworthy.playbooks.edition;

import org.jspecify.annotations.NullMarked;
