/** Reports in every form: text, JSON, NDJSON, CSV, JUnit XML, SARIF. */
@NullMarked
package org.noteworthy.report;

import org.jspecify.annotations.NullMarked;
