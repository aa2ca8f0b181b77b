/**
 * What calls take, told as records for the description of the calls alone: what is wrong with a body is said of each of its
 * fields, so bodies are read by {@code input} and by the calls themselves.
 */
@NullMarked
package org.noteworthy.api.body;

import org.jspecify.annotations.NullMarked;
