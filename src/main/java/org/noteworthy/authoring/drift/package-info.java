/** Whether the source page still says what an edition retells. */
@NullMarked
package org.noteworthy.authoring.drift;

import org.jspecify.annotations.NullMarked;
