/**
 * Pages for people: one for each rule and each clause of the editions at hand, in Markdown.
 *
 * <p>Start at {@link org.noteworthy.authoring.docs.DocPages}.
 */
@NullMarked
package org.noteworthy.authoring.docs;

import org.jspecify.annotations.NullMarked;
