package org.noteworthy.notes;

/** The kind of activity or topic; {@code core}: it is a topic of no single workload. */
public record Activity(String given, boolean core) {}
