package org.noteworthy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.copyEdition;
import static org.noteworthy.cli.Folders.copyFixtures;
import static org.noteworthy.cli.Folders.copyRules;
import static org.noteworthy.cli.Folders.replace;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Editions to look at on pages: the first ones, one that holds what browsers could run, and one that is refused. */
final class PlaybookRules {
    static final String EARLIER = "2020-03-25";
    static final String IN_FORCE = "2020-05-12";
    static final String HOSTILE = "2098-01-01";
    static final String REFUSED = "2099-01-01";

    /** Runs where it is taken for HTML. */
    static final String EVIL = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>";

    /** Runs, or turns into something else, where it is taken for a template. */
    static final String TEMPLATES = " ${window.hacked=1} {{7*7}} {#if true} <%= 7*7 %>";

    private PlaybookRules() {}

    /** Writes the editions, and the fixtures beside them. */
    static Path in(Path folder) throws IOException {
        Path rules = copyRules(folder.resolve("rules"));
        copyFixtures(folder.resolve("test-fixtures"), rules);
        Path hostile = later(rules, HOSTILE);
        replace(hostile.resolve("playbook.yaml"), "title: FE / SME", "title: " + EVIL);
        replace(hostile.resolve("status-brief.drl"), "Move the details to SUMMARY.", EVIL);
        replace(hostile.resolve("guidance.md"), "A customer who accelerates", EVIL + TEMPLATES);
        append(hostile.resolve("tables/statuses.csv"), "evil,en," + EVIL + TEMPLATES + ",,our team");
        Path refused = later(rules, REFUSED);
        replace(refused.resolve("status-brief.drl"), "status.length >", "status.lenght >");
        return rules;
    }

    private static Path later(Path rules, String day) throws IOException {
        Path edition = rules.resolve(day);
        copyEdition(EARLIER, edition);
        replace(edition.resolve("playbook.yaml"), "inForceFrom: " + EARLIER, "inForceFrom: " + day);
        return edition;
    }

    /** Makes the draft more-tags, with a row more in the table of tags, by the calls at this address. */
    static void draft(APIRequestContext calls, URI drafts) {
        String file = drafts + "/more-tags/files/tables/tags.csv";
        APIResponse made = calls.post(
                drafts.toString(),
                RequestOptions.create()
                        .setData(Map.of("name", "more-tags", "title", "More tags " + EVIL, "from", IN_FORCE)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        APIResponse tags = calls.get(file);
        APIResponse saved = calls.put(
                file,
                RequestOptions.create()
                        .setHeader("If-Match", tags.headers().get("etag"))
                        .setHeader("Content-Type", "application/octet-stream")
                        .setData(tags.text() + "#lockdown,lockdown,,our team\n"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }
}
