/** The calls for whoever begins a note: what there is to choose from, and a note to fill in. */
@NullMarked
package org.noteworthy.api.template;

import org.jspecify.annotations.NullMarked;
