package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.playbooks.edition.Severity;
import org.w3c.dom.Element;

/** JUnit XML as a parser sees it. */
final class JunitTest {

    private static List<Result> everything() {
        List<Result> results = new ArrayList<>(Samples.verbatim());
        results.addAll(Samples.container());
        results.addAll(Samples.unjudged());
        results.add(Samples.engagement());
        return results;
    }

    private static Element parsed(@Nullable Severity failOn, List<Result> results) throws Exception {
        FormatOptions options = new FormatOptions(Samples::editions, false, failOn, "1.2.3");
        byte[] xml = Written.as(FormatName.JUNIT, options, results).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static int count(Element suites, String name) {
        return suites.getElementsByTagName(name).getLength();
    }

    @Test
    void countsAreThoseOfTheElements() throws Exception {
        for (@Nullable
        Severity failOn : new @Nullable Severity[] {Severity.ERROR, Severity.WARNING, Severity.INFO, null}) {
            Element suites = parsed(failOn, everything());
            for (Element each : List.of(
                    suites, (Element) suites.getElementsByTagName("testsuite").item(0))) {
                assertThat(each.getAttribute("tests")).isEqualTo("" + count(suites, "testcase"));
                assertThat(each.getAttribute("failures")).isEqualTo("" + count(suites, "failure"));
                assertThat(each.getAttribute("errors")).isEqualTo("" + count(suites, "error"));
            }
        }
    }

    @Test
    void aRuleThatFailedIsAnErrorWhereNothingElseFailsTheCase() throws Exception {
        Element suites = parsed(Severity.ERROR, Samples.gaps());
        assertThat(count(suites, "testcase")).isEqualTo(6);
        assertThat(count(suites, "failure")).isEqualTo(2);
        assertThat(count(suites, "error")).isEqualTo(4);
        assertThat(suites.getAttribute("errors")).isEqualTo("4");
        assertThat(suites.getElementsByTagName("failure").item(0).getTextContent())
                .contains(
                        "problem: greeting: This rule failed.",
                        "problem: There are too many violations to list all; left out here: 1234.");
    }

    @Test
    void severityDecidesWhatFails() throws Exception {
        assertThat(count(parsed(null, everything()), "failure")).isZero();
        assertThat(count(parsed(Severity.ERROR, everything()), "failure")).isEqualTo(12);
        assertThat(count(parsed(Severity.ERROR, everything()), "error")).isEqualTo(5);
        assertThat(count(parsed(Severity.ERROR, everything()), "testcase")).isEqualTo(19);
    }

    @Test
    void carriesEveryCharacterThatXmlCan() throws Exception {
        String awkward = "a<b>&\"'\t\r\n]]> 🙂 \u0085\u2028";
        ViolationDraft finding = ViolationDraft.whole("mood", Severity.ERROR, awkward + "\u0001\uFFFE\uDC00");
        Element suites =
                parsed(Severity.ERROR, List.of(Samples.judged(Samples.file(awkward, 1, 0), awkward, "x", finding)));
        Element failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo(awkward + "\uFFFD\uFFFD\uFFFD");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(awkward);
    }
}
