/** What the calls about signing in and about who may do what answer. */
@NullMarked
package org.noteworthy.api.answer.access;

import org.jspecify.annotations.NullMarked;
