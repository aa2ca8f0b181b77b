/** Changes of a policy before they count: drafts of editions and of waivers, their reviews, and how they are published. */
@NullMarked
package org.noteworthy.drafts;

import org.jspecify.annotations.NullMarked;
