package org.noteworthy.cli.draft.view;

/** What a change does to notes, in numbers; {@code complete} is false while that is known of the latest notes only. */
public record EffectCounts(long notes, long changed, long newly, long noLonger, long still, boolean complete) {}
