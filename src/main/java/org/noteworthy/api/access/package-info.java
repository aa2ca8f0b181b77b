/**
 * Who is let in, and to which call: finds out who calls before anything of the call is read, and holds each call against
 * the one table when it is known which one it is. Start at {@link org.noteworthy.api.access.Gate}.
 */
@NullMarked
package org.noteworthy.api.access;

import org.jspecify.annotations.NullMarked;
