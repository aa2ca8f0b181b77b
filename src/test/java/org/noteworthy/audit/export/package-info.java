@NullMarked
package org.noteworthy.audit.export;

import org.jspecify.annotations.NullMarked;
