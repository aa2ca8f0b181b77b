package org.noteworthy.audit.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;

/** Who and what a decision names, as far as it is told. */
public record Names(
        @Nullable String author,
        @Nullable String engagement,
        @Nullable String caller,
        @Nullable String identity) {
    /** Those that no decision was asked for. */
    public static final Names NONE = new Names(null, null, null, null);

    /** The fields, in the order of their columns. */
    static final List<DecisionField> FIELDS =
            List.of(DecisionField.AUTHOR, DecisionField.ENGAGEMENT, DecisionField.CALLER, DecisionField.IDENTITY);

    /** Those of a decision. */
    public static Names of(Decision decision) {
        return new Names(
                decision.field(DecisionField.AUTHOR.word()).orElse(null),
                decision.field(DecisionField.ENGAGEMENT.word()).orElse(null),
                decision.field(DecisionField.CALLER.word()).orElse(null),
                decision.field(DecisionField.IDENTITY.word()).orElse(null));
    }

    @Nullable
    String column(int column) {
        return switch (FIELDS.get(column)) {
            case AUTHOR -> author;
            case ENGAGEMENT -> engagement;
            case CALLER -> caller;
            default -> identity;
        };
    }
}
