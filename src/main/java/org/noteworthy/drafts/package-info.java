/** Changes of a policy before they count. */
@NullMarked
package org.noteworthy.drafts;

import org.jspecify.annotations.NullMarked;
