package org.noteworthy.checking.outcome;

import java.time.LocalDate;

/**
 * Why a violation stands and does not count: what a report tells of the waiver that lets it.
 *
 * @param justification why, in words of the owner
 * @param owner who answers for it
 * @param until the last day of the waiver, in UTC
 */
public record AppliedWaiver(String justification, String owner, LocalDate until) {}
