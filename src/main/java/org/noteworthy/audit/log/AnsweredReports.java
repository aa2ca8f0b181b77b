package org.noteworthy.audit.log;

/**
 * The reports of some results as they are answered, so that they are written once and not twice.
 *
 * <p>The report of the n-th result lies in {@code bytes} from {@code start(n)} to {@code end(n)}.
 */
public interface AnsweredReports {

    /** What the reports are written in. */
    byte[] bytes();

    /** Where the report of that result begins. */
    int start(int result);

    /** Where it ends. */
    int end(int result);

    /** The one report of one result, which is all that these bytes hold. */
    static AnsweredReports one(byte[] report) {
        return new AnsweredReports() {
            @Override
            public byte[] bytes() {
                return report;
            }

            @Override
            public int start(int result) {
                return 0;
            }

            @Override
            public int end(int result) {
                return report.length;
            }
        };
    }
}
