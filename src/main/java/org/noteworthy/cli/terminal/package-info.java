/** What verbs print, and the statuses by which they end. */
@NullMarked
package org.noteworthy.cli.terminal;

import org.jspecify.annotations.NullMarked;
