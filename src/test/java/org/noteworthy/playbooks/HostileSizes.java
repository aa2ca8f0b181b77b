package org.noteworthy.playbooks;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Rule files of a size that is refused, made here so that the repository need not hold them. What is nested or chained is
 * so no deeper than it takes to be refused, and would harm no reader. */
final class HostileSizes {
    private static final String HEAD = "rule \"hostile\"\n    @severity(\"error\") @clause(\"content.status\")\nwhen\n";
    private static final String TAIL = "\nthen\n    report.violation( $note, \"Amiss.\" );\nend\n";

    private static final int DEEP = 8;

    private HostileSizes() {}

    /** Each file's text by the path under which it would lie in the folder. */
    static SortedMap<String, Supplier<String>> all() {
        SortedMap<String, Supplier<String>> files = new TreeMap<>();
        add(files, "brackets-eight-deep", () -> judging(nested(DEEP)));
        add(
                files,
                "brackets-eight-deep-on-lines-of-their-own",
                () -> judging("(\n".repeat(DEEP) + "status.present" + "\n)".repeat(DEEP)));
        add(files, "brackets-that-only-open", () -> judging("(".repeat(DEEP)));
        add(files, "brackets-that-only-close", () -> judging(")".repeat(DEEP)));
        add(files, "square-brackets-eight-deep", () -> judging("[".repeat(DEEP) + "]".repeat(DEEP)));
        add(files, "braces-eight-deep-in-a-consequence", () -> consequence("{".repeat(DEEP) + "}".repeat(DEEP)));
        add(
                files,
                "brackets-eight-deep-in-a-consequence",
                () -> consequence(
                        "report.violation( " + "(".repeat(DEEP) + "$note" + ")".repeat(DEEP) + ", \"Amiss.\" );"));
        add(
                files,
                "brackets-eight-deep-between-patterns",
                () -> HEAD + "(".repeat(DEEP) + "$note : Note( )" + ")".repeat(DEEP) + TAIL);
        add(
                files,
                "brackets-eight-deep-in-an-annotation",
                () -> annotated("(".repeat(DEEP) + "\"a\"" + ")".repeat(DEEP)));
        add(files, "exclamation-marks-in-a-row", () -> judging("!".repeat(DEEP) + "status.present"));
        add(files, "exclamation-marks-with-blanks", () -> judging("! ".repeat(DEEP) + "status.present"));
        add(files, "exclamation-marks-on-lines-of-their-own", () -> judging("!\n".repeat(DEEP) + "status.present"));
        add(files, "minus-signs-in-a-row", () -> judging("status.length > " + "-".repeat(DEEP) + "1"));
        add(files, "minus-signs-with-blanks", () -> judging("status.length > " + "- ".repeat(DEEP) + "1"));
        add(files, "nots-in-a-row", () -> HEAD + "$note : Note( ) " + "not ".repeat(DEEP) + "Note( )" + TAIL);
        add(
                files,
                "nots-nested",
                () -> HEAD + "$note : Note( )\n" + "not (\n".repeat(DEEP) + "Note( )" + "\n)".repeat(DEEP) + TAIL);
        add(
                files,
                "or-groups-by-the-dozen",
                () -> judging(String.join(
                        " &&\n", java.util.Collections.nCopies(12, "(status.present || summary.present)"))));
        add(files, "or-groups-within-or-groups", () -> judging(alternatives(12)));
        add(
                files,
                "or-groups-in-constraints-by-the-hundred",
                () -> judging(
                        String.join(",\n", java.util.Collections.nCopies(100, "status.present || summary.present"))));
        add(
                files,
                "and-by-the-thousand",
                () -> judging(String.join(" &&\n", java.util.Collections.nCopies(5_000, "status.present"))));
        add(
                files,
                "or-by-the-thousand",
                () -> judging(String.join(" ||\n", java.util.Collections.nCopies(5_000, "status.present"))));
        add(
                files,
                "constraints-by-the-thousand",
                () -> judging(String.join(",\n", java.util.Collections.nCopies(5_000, "status.present"))));
        add(
                files,
                "list-of-ten-thousand",
                () -> judging("status.content in ( "
                        + String.join(",\n", java.util.Collections.nCopies(10_000, "\"a\"")) + " )"));
        add(
                files,
                "list-of-two-hundred-and-one",
                () -> judging("status.content in ( " + String.join(",\n", java.util.Collections.nCopies(201, "\"a\""))
                        + " )"));
        add(files, "patterns-by-the-thousand", () -> HEAD + "$note : Note( )\n" + "Note( )\n".repeat(1_000) + TAIL);
        add(files, "rules-by-the-thousand", HostileSizes::rulesByTheThousand);
        add(
                files,
                "tokens-by-the-hundred-thousand",
                () -> judging("status . present ,\n".repeat(25_000) + "covid.tagged"));
        add(files, "tokens-just-too-many", () -> judging("status.present,\n".repeat(1_010) + "covid.tagged"));
        add(
                files,
                "comment-of-a-mebibyte",
                () -> "/*" + "comment\n".repeat(131_000) + "*/\n" + judging("status.present"));
        add(files, "comments-by-the-ten-thousand", () -> "// a\n".repeat(14_000) + judging("status.present"));
        add(files, "blanks-by-the-hundred-thousand", () -> judging(" \n".repeat(100_000) + "status.present"));
        add(files, "line-without-an-end", () -> judging("status.present" + " ".repeat(60_000)));
        add(
                files,
                "line-in-a-comment-without-an-end",
                () -> "// " + "a".repeat(60_000) + "\n" + judging("status.present"));
        add(files, "file-of-nearly-a-mebibyte", () -> judging("status.present") + "// a\n".repeat(200_000));
        add(files, "file-of-more-than-a-mebibyte", () -> judging("status.present") + "// a\n".repeat(220_000));
        add(
                files,
                "text-of-fifty-thousand-characters",
                () -> consequence("report.violation( $note, \"" + "a".repeat(50_000) + "\" );"));
        add(files, "text-that-never-closes", () -> consequence("report.violation( $note, \"" + "a\n".repeat(30_000)));
        add(
                files,
                "texts-joined-by-the-thousand",
                () -> consequence("report.violation( $note, " + "\"a\" +\n".repeat(5_000) + "\"a\" );"));
        add(files, "name-of-fifty-thousand-characters", () -> "rule \"" + "a".repeat(50_000) + "\" when then end");
        add(files, "property-of-ten-thousand-names", () -> judging("status" + ".present".repeat(7_000)));
        add(
                files,
                "annotations-by-the-thousand",
                () -> "rule \"hostile\"\n" + "@needs(\"author\")\n".repeat(1_500) + "when\n$note : Note( )" + TAIL);
        add(files, "roles-by-the-thousand", () -> annotatedRoles("FE, ".repeat(10_000) + "SME"));
        add(
                files,
                "imports-by-the-thousand",
                () -> "import org.noteworthy.notes.Note;\n".repeat(1_900) + judging("status.present"));
        add(
                files,
                "pattern-of-five-hundred-and-one-characters",
                () -> judging("status.content matches \"" + "a".repeat(501) + "\""));
        add(
                files,
                "pattern-of-many-alternatives",
                () -> judging("status.content matches \"" + "a|".repeat(200) + "[ab]{1,900}b{1,900}\""));
        add(files, "number-of-a-thousand-digits", () -> judging("status.length > " + "9".repeat(900)));
        add(
                files,
                "braces-in-a-text-by-the-ten-thousand",
                () -> consequence("report.violation( $note, \"" + "{".repeat(30_000) + "\" );"));
        add(
                files,
                "backslashes-by-the-ten-thousand",
                () -> consequence("report.violation( $note, \"" + "\\\\".repeat(15_000) + "\" );"));
        return files;
    }

    private static void add(SortedMap<String, Supplier<String>> files, String name, Supplier<String> text) {
        files.put("size-and-nesting/" + name + " (made)", text);
    }

    private static String judging(String condition) {
        return HEAD + "    $note : Note( " + condition + " )" + TAIL;
    }

    private static String consequence(String statement) {
        return HEAD + "    $note : Note( )\nthen\n    " + statement + "\nend\n";
    }

    private static String annotated(String value) {
        return "rule \"hostile\"\n    @severity(" + value + ") @clause(\"content.status\")\nwhen\n    $note : Note( )"
                + TAIL;
    }

    private static String annotatedRoles(String roles) {
        return HEAD.replace("\nwhen", " @roles(\"" + roles + "\")\nwhen") + "    $note : Note( )" + TAIL;
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "status.present" + ")".repeat(depth);
    }

    private static String alternatives(int depth) {
        return depth == 0
                ? "status.present"
                : "(" + alternatives(depth - 1) + " ||\n" + "(status.present && (covid.tagged || covid.related)))";
    }

    private static String rulesByTheThousand() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            rules.append(judging("status.present").replace("\"hostile\"", "\"hostile-" + i + "\""));
        }
        return rules.toString();
    }
}
