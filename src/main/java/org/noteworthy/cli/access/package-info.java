/** The verbs that say who may call the service. */
@NullMarked
package org.noteworthy.cli.access;

import org.jspecify.annotations.NullMarked;
