/** The calls about waivers. */
@NullMarked
package org.noteworthy.api.waivers;

import org.jspecify.annotations.NullMarked;
