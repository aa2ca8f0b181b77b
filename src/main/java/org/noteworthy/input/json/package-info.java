/** Notes and engagements in JSON and NDJSON. */
@NullMarked
package org.noteworthy.input.json;

import org.jspecify.annotations.NullMarked;
