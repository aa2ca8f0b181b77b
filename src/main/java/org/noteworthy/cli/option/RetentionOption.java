package org.noteworthy.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Retention;
import org.noteworthy.failure.UsageException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which decisions need not be kept any longer. */
public final class RetentionOption {
    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            converter = Days.class,
            description = "Prunes what was recorded longer ago, such as 400d.")
    private @Nullable Duration age;

    @Option(
            names = "--keep-at-most",
            paramLabel = "N",
            description = "Prunes all but the newest N decisions of each chain.")
    private @Nullable Long most;

    /** What was asked for; one of the two at least. */
    public Retention retention() {
        Retention retention = new Retention(age, most);
        if (!retention.limits()) {
            throw new UsageException("Say what to prune: --older-than 400d, or --keep-at-most 1000000.");
        }
        return retention;
    }

    /** Reads a number of days, {@code 400d} or {@code 400}. */
    static final class Days implements ITypeConverter<Duration> {
        private static final Pattern DAYS = Pattern.compile("([0-9]{1,6})d?");

        @Override
        public Duration convert(String value) {
            Matcher matcher = DAYS.matcher(value);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
                throw new TypeConversionException("\"" + value + "\" is not a number of days, such as 400d");
            }
            return Duration.ofDays(Integer.parseInt(matcher.group(1)));
        }
    }
}
