/** What comes of judging: reports, violations, outcomes, and why an input was not judged. */
@NullMarked
package org.noteworthy.checking.outcome;

import org.jspecify.annotations.NullMarked;
