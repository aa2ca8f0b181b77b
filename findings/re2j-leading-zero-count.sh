#!/usr/bin/env bash
# Library: com.google.re2j:re2j 1.8 (for comparison: java.util.regex of the JDK that runs this).
# Expected: \d{04}-\d{02} matches 2020-04. RE2's syntax page (google/re2, doc/syntax.txt) gives x{n} as exactly n x, and
#   java.util.regex.Pattern says the same; neither says how n may be written, and the JDK takes a leading zero. Where a
#   count is not understood, one expects PatternSyntaxException, as for a{1001}, which is above RE2's limit.
# What happens: a count with a leading zero compiles and stands for itself, braces and all: a{02} matches the five
#   characters a{02} and never aa; a{2,03} likewise. So does a{,4}, which the JDK refuses. Nothing is raised or logged,
#   and the list of differences in RE2/J's README does not name it.
# Why it matters: patterns move between the two libraries, and people pad numbers (\d{02} is a natural way to write a
#   month). A check built on such a pattern is silently never met, and looks like bad data and not like a bad pattern.
set -eu
re2j=${1:-1.8}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.google.re2j</groupId><artifactId>re2j</artifactId><version>$re2j</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib \
    > mvn.log 2>&1 || { cat mvn.log >&2; exit 2; }

cat > Main.java <<'JAVA'
public class Main {
    static final String[][] TRIALS = {
        {"\\d{4}-\\d{2}", "2020-04"}, {"\\d{04}-\\d{02}", "2020-04"},
        {"a{02}", "aa"}, {"a{02}", "a{02}"},
        {"a{2,03}", "aaa"}, {"a{2,03}", "a{2,03}"},
        {"a{,4}", "aa"}, {"a{,4}", "a{,4}"},
        {"a{1001}", "a{1001}"}};

    public static void main(String[] args) {
        for (String[] trial : TRIALS) {
            System.out.println(trial[0] + " on " + trial[1] + ": JDK " + jdk(trial[0], trial[1]) + ", RE2/J "
                + re2j(trial[0], trial[1]));
        }
    }

    static String jdk(String pattern, String text) {
        try {
            return java.util.regex.Pattern.matches(pattern, text) ? "matches" : "does not match";
        } catch (java.util.regex.PatternSyntaxException e) {
            return "refuses";
        }
    }

    static String re2j(String pattern, String text) {
        try {
            return com.google.re2j.Pattern.matches(pattern, text) ? "matches" : "does not match";
        } catch (com.google.re2j.PatternSyntaxException e) {
            return "refuses";
        }
    }
}
JAVA
javac -cp 'lib/*' -d . Main.java || exit 2
java -cp '.:lib/*' Main > seen || exit 2

cat > described <<'TEXT'
\d{4}-\d{2} on 2020-04: JDK matches, RE2/J matches
\d{04}-\d{02} on 2020-04: JDK matches, RE2/J does not match
a{02} on aa: JDK matches, RE2/J does not match
a{02} on a{02}: JDK does not match, RE2/J matches
a{2,03} on aaa: JDK matches, RE2/J does not match
a{2,03} on a{2,03}: JDK does not match, RE2/J matches
a{,4} on aa: JDK refuses, RE2/J does not match
a{,4} on a{,4}: JDK refuses, RE2/J matches
a{1001} on a{1001}: JDK does not match, RE2/J refuses
TEXT
echo "re2j $re2j"
cat seen
if diff described seen > difference; then echo "Still as described."; exit 0; fi
echo "Changed (< described, > seen):"
cat difference
exit 1
