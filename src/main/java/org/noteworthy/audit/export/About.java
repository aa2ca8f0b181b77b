package org.noteworthy.audit.export;

import java.time.Instant;
import org.noteworthy.audit.DecisionQuery;

/**
 * What an export says of itself.
 *
 * @param query which decisions were asked for
 * @param at when they were
 * @param product version of the product that wrote it
 */
public record About(DecisionQuery query, Instant at, String product) {}
