package org.noteworthy.checking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.FailedRule;

/** Tells in the log of rules that fail: of each once with the cause if there is one, then at every power of ten how often it has been. */
final class FailureLog {
    private static final Logger LOG = Logger.getLogger("noteworthy.rules");

    private final String version;
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();

    FailureLog(String version) {
        this.version = version;
    }

    void failed(FailedRule failed, @Nullable Throwable cause) {
        long times = failures.computeIfAbsent(failed.rule(), rule -> new AtomicLong())
                .incrementAndGet();
        if (times == 1) {
            LOG.log(Level.SEVERE, "The rule " + failed.rule() + " of " + version + ": " + failed.reason(), cause);
        } else if (isPowerOfTen(times)) {
            LOG.log(Level.SEVERE, "The rule {0} of {1} has failed {2} times by now.", new Object[] {
                failed.rule(), version, String.valueOf(times)
            });
        }
    }

    private static boolean isPowerOfTen(long number) {
        long rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
