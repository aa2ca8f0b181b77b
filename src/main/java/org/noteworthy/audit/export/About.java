package org.noteworthy.audit.export;

import java.time.Instant;
import org.noteworthy.audit.Question;

/**
 * What an export says of itself.
 *
 * @param question which decisions were asked for
 * @param at when they were
 * @param product version of the product that wrote it
 */
public record About(Question question, Instant at, String product) {}
