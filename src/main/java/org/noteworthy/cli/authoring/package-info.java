/** The verbs for owners of a policy. */
@NullMarked
package org.noteworthy.cli.authoring;

import org.jspecify.annotations.NullMarked;
