/** The packaged service, started as a process of its own and called over HTTP. */
@NullMarked
package org.noteworthy.api;

import org.jspecify.annotations.NullMarked;
