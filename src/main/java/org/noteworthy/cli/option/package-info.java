/** Options that several verbs share. */
@NullMarked
package org.noteworthy.cli.option;

import org.jspecify.annotations.NullMarked;
