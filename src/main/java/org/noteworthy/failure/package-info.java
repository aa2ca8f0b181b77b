/** What somebody who uses the product can get wrong, as one family of exceptions. */
@NullMarked
package org.noteworthy.failure;

import org.jspecify.annotations.NullMarked;
