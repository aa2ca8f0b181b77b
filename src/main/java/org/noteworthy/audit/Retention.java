package org.noteworthy.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long decisions are kept; those of engagements under hold are kept longer.
 *
 * @param age time after which a decision is pruned, since it was recorded; null where age does not matter
 * @param most decisions of a chain that are kept, the newest; null where their number does not matter
 */
public record Retention(@Nullable Duration age, @Nullable Long most) {

    public Retention {
        if (age != null && (age.isNegative() || age.isZero())) {
            throw new AuditException(
                    "Decisions cannot be pruned when they are " + age + " old. Name a time such as 400 days.");
        }
        if (most != null && most < 0) {
            throw new AuditException("A chain cannot keep " + most + " decisions. Name a number from 0 on.");
        }
    }

    /** Whether anything is ever pruned. */
    public boolean limits() {
        return age != null || most != null;
    }

    /** Pages that were recorded before that moment are pruned. */
    public long recordedBefore(Instant now) {
        return age == null ? Long.MIN_VALUE : now.minus(age).toEpochMilli();
    }

    /** Decisions up to that number are pruned where the chain ends there. */
    public long upTo(Link end) {
        return most == null ? 0 : end.seq() - most;
    }

    /** Why decisions are pruned, as a range of them tells. */
    public String reason() {
        List<String> reasons = new ArrayList<>();
        if (age != null) {
            reasons.add("older than " + (age.toDays() > 0 ? age.toDays() + " days" : age.toString()));
        }
        if (most != null) {
            reasons.add("no more than " + most + " are kept");
        }
        return String.join(", or ", reasons);
    }
}
