package org.noteworthy.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a browser may be led to that asks for it: no address that somebody else wrote leads it away from us. */
class OwnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/drafts",
                "/drafts/shorter-status?table=statuses.csv",
                "/audit?from=2026-01-01&to=2026-12-01",
                "/playbook?rule=a%20b",
                "/q/swagger-ui/"
            })
    void leadsToAPageOfOurs(String asked) {
        assertThat(OwnPath.of(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "drafts",
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a//evil.example",
                "/..//evil.example",
                "/?to=//evil.example",
                "javascript:alert(1)",
                "/\nLocation: https://evil.example",
                "/\t/evil.example",
                " //evil.example",
                "/drafts#x",
                "/<script>",
                "/@evil.example\u2028",
                "/q/sign-in?to=/",
                "/q/sign-out",
                "/q/signed-in?code=x"
            })
    void leadsToTheFirstPageOtherwise(String asked) {
        assertThat(OwnPath.of(asked)).isEqualTo("/");
    }

    @Test
    void leadsNowhereThatIsTooLong() {
        assertThat(OwnPath.of(null)).isEqualTo("/");
        assertThat(OwnPath.of("/" + "x".repeat(2_000))).isEqualTo("/");
    }
}
