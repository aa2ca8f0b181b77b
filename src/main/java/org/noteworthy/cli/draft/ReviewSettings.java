package org.noteworthy.cli.draft;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.ReviewPolicy;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Characters;

/** What has to happen before a draft is published: variables, and settings that the service knows by the same names. */
final class ReviewSettings {
    private ReviewSettings() {}

    /** As they are set; where nobody is known nobody can approve, so by default nobody has to. */
    static ReviewPolicy policy() {
        return policy(ReviewSettings::set);
    }

    static ReviewPolicy policy(Function<String, @Nullable String> set) {
        String percent = set.apply("noteworthy.review.gate.percent");
        ReviewPolicy.Gate gate = percent == null
                ? null
                : new ReviewPolicy.Gate(share(percent), number("noteworthy.review.gate.approvals", 1, set));
        return new ReviewPolicy(
                number("noteworthy.review.approvals", 0, set), yes("noteworthy.review.author-may-approve", set), gate);
    }

    private static @Nullable String set(String setting) {
        String value = System.getenv(variable(setting));
        return value == null ? System.getProperty(setting) : value;
    }

    private static String variable(String setting) {
        return setting.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    private static int number(String setting, int otherwise, Function<String, @Nullable String> set) {
        String value = set.apply(setting);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,4}")) {
            throw wrong(setting, "a number, such as 1", value);
        }
        return Integer.parseInt(value);
    }

    private static double share(String value) {
        if (!value.matches("[0-9]{1,4}(?:\\.[0-9]{1,6})?")) {
            throw wrong("noteworthy.review.gate.percent", "a share in percent, such as 2.5", value);
        }
        return Double.parseDouble(value);
    }

    private static boolean yes(String setting, Function<String, @Nullable String> set) {
        String value = set.apply(setting);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw wrong(setting, "true or false", value);
        }
        return true;
    }

    private static UsageException wrong(String setting, String takes, String value) {
        return new UsageException(
                variable(setting) + " takes " + takes + ", not \"" + Characters.harmless(value) + "\".");
    }
}
