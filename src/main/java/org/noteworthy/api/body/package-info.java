/**
 * What calls take, told as records for the description of the calls alone: bodies are read field by field, by
 * {@code input} and by the calls themselves, since what is wrong is said of each.
 */
@NullMarked
package org.noteworthy.api.body;

import org.jspecify.annotations.NullMarked;
