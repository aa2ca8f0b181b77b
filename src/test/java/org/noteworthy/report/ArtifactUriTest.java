package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of inputs, as URI references that lead back to them. */
final class ArtifactUriTest {

    @ParameterizedTest
    @CsvSource({
        "a.md, a.md",
        "./notes/a b.md, notes/a%20b.md",
        "../up.md, ../up.md",
        "c:d?#[100%].md, c%3Ad%3F%23%5B100%25%5D.md",
        "日🙂.md, %E6%97%A5%F0%9F%99%82.md",
        "/abs/a b.md, file:///abs/a%20b.md",
        "<stdin>, %3Cstdin%3E"
    })
    void isEncoded(String input, String uri) {
        assertThat(ArtifactUri.of(input)).isEqualTo(uri);
        String path = URI.create(uri).getPath();
        assertThat(input).isIn(path, "./" + path);
    }
}
