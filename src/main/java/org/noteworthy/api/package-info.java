/**
 * The service: the calls over HTTP and what they answer.
 *
 * <p>{@link org.noteworthy.api.PlaybookService} holds the editions as they are now and what judges by them; every call takes one
 * moment of it and answers by that moment alone. {@link org.noteworthy.api.CheckResource} and
 * {@link org.noteworthy.api.PlaybooksResource} are the calls, {@link org.noteworthy.api.Problems} turns whatever goes
 * wrong into one form of answer. The calls are described for callers where they are written; the build makes one document
 * of that, by {@code org.noteworthy.api.openapi}. Start reading at {@code CheckResource}.
 */
@NullMarked
package org.noteworthy.api;

import org.jspecify.annotations.NullMarked;
