/** What the service answers of its own, as records: their components are the fields, in this order, null where absent. */
@NullMarked
package org.noteworthy.api.answer;

import org.jspecify.annotations.NullMarked;
