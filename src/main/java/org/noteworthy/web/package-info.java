/**
 * The pages for people: an empty page for each part of the product, in the language of its reader. What a page shows it asks
 * for by the calls that any client may make; it knows nothing else of the service. The scripts and styles of the pages lie in
 * {@code src/main/resources/web}, what people read in {@code src/main/resources/org/noteworthy/web/texts}. Start at {@link
 * org.noteworthy.web.Pages}.
 */
@NullMarked
package org.noteworthy.web;

import org.jspecify.annotations.NullMarked;
