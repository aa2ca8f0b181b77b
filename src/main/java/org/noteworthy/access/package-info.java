/**
 * Who may do what: roles, the one table of calls, API keys and who calls, in plain Java without a word of HTTP. Start at
 * {@link org.noteworthy.access.CallTable}.
 */
@NullMarked
package org.noteworthy.access;

import org.jspecify.annotations.NullMarked;
