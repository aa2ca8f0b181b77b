/** The pages in a real browser, over the packaged service. */
@NullMarked
package org.noteworthy.web;

import org.jspecify.annotations.NullMarked;
