/**
 * Whether the page that an edition retells still says the same.
 *
 * <p>Of the page only short hashes of its paragraphs are known, which {@code guidance.md} lists and its clauses cite.
 * {@link org.noteworthy.playbooks.drift.SourcePage} cuts a copy of the page into paragraphs in whatever style it is
 * written; {@link org.noteworthy.playbooks.drift.Drift} holds them against an edition. Start reading at {@code Drift}.
 */
@NullMarked
package org.noteworthy.playbooks.drift;

import org.jspecify.annotations.NullMarked;
