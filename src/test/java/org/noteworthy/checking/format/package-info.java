/** The forms of reports, compared whole with files under {@code src/test/resources/format}. */
@NullMarked
package org.noteworthy.checking.format;

import org.jspecify.annotations.NullMarked;
