package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CONCERNS says: none, its nature, an Insight, a product that does not work. */
class ConcernsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "None",
                "none.",
                "**None**",
                "(none)",
                "N/A",
                "n/a.",
                "NA",
                "No",
                "nothing",
                "None at this time.",
                "No concerns!",
                "no\u00A0known  concerns",
                "nil",
                "…",
                "--",
                "keine",
                "Keine Bedenken.",
                "k.A.",
                "k. A.",
                "ninguna",
                "Sin preocupaciones",
                "nenhuma",
                "não há",
                "なし",
                "特になし。",
                "无",
                "暂无。"
            })
    void saysThatThereIsNone(String written) {
        Concerns concerns = read(written);

        assertThat(concerns.none() || !concerns.present()).as(written).isTrue();
        assertThat(concerns.natured()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none, but budget", "none of us", "No firewall", "nonesuch", "TBD", "无法登录", "not sure", "n"})
    void isMoreThanNone(String written) {
        assertThat(read(written).none()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1st party bug",
                "a first-party issue",
                "First party",
                "1ST\u00A0PARTY",
                "First‑party",
                "first\nparty",
                "Erstanbieter",
                "Erstanbieter-Software",
                "software de origen",
                "software próprio",
                "ファースト パーティ",
                "ファーストパーティのバグ",
                "第一方软件",
                "not only a 1st party issue",
                "3rd party and 1st party"
            })
    void isOfFirstPartySoftware(String written) {
        String text = "[EXO]\nCONCERNS: " + written;
        Concerns concerns = RealPlaybook.read(text).concerns();

        assertThat(concerns.firstParty()).isTrue();
        assertThat(concerns.natured()).isTrue();
        assertThat(concerns.firstPartyWords().spots()).singleElement().satisfies(spot -> {
            assertThat(spot.found()).isEqualTo(text.substring(spot.start(), spot.end()));
            assertThat(written).contains(text.substring(spot.start(), spot.end()));
            assertThat(spot.section()).isEqualTo("CONCERNS");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3rd party firewall",
                "third-party app",
                "a business concern",
                "Security review",
                "no resources",
                "project resources",
                "funding",
                "no budget",
                "Drittanbieter",
                "Sicherheit",
                "kein Budget",
                "de terceros",
                "seguridad",
                "de terceiros",
                "segurança",
                "サードパーティ",
                "セキュリティ",
                "第三方",
                "预算"
            })
    void isOfAnotherNature(String written) {
        Concerns concerns = read(written);

        assertThat(concerns.natured()).isTrue();
        assertThat(concerns.firstParty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a 1st party issue",
                "isn't 1st party",
                "isn’t 1st party",
                "no 1st party concern",
                "not related to 3rd party software",
                "no security concern",
                "kein Erstanbieter",
                "nicht vom Erstanbieter",
                "no es software de origen",
                "não é software próprio",
                "不是第一方",
                "insecurity",
                "the 1st",
                "party",
                "Microsoft Cloud App Security",
                "Identity Security",
                "11st party",
                "refunding"
            })
    void showsNoNature(String written) {
        assertThat(read(written).natured()).isFalse();
        assertThat(read(written).firstParty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Insight ID: 2925",
                "Insight ID 2925",
                "Insight 2925",
                "insight #2925",
                "INSIGHT ID:2925",
                "Insight ID：２９２５",
                "FTC Insight ID 2925",
                "FTC insight-id - 2925",
                "Insight ID (2925)",
                "[Insight 2925](x)",
                "**Insight ID:** 2925",
                "https://x/ftcinsights/?insightId=2925",
                "https://x/?a=1&insightid=2925&b",
                "Insight ID:\n2925",
                "Insight ID: 12",
                "Insight ID: 2925, 2926",
                "Insights 2925",
                "Insight no. 00231",
                "FTC-Insight-ID: 2925",
                "Id. de FTC Insight: 2925",
                "FTC インサイト ID: 2925",
                "见解 ID：2925号"
            })
    void citesAnInsight(String written) {
        assertThat(read("1st party bug, " + written).insightCited()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Insight", "Insight ID: TBD", "Insight pending", "Insight ID: 0", "Insight of 2925", "hindsight 2925",
                "ID 2925", "2925", "ticket 2925", "insightful 2925", "?insightId=", "no insight. 3 users",
                "waiting for the insight\n- 3 users", "Insight 1st party", "Insight ID: 2925a", "Insight 4/14/2020",
                        "Insight 365", "Insight 50 %"
            })
    void citesNoInsight(String written) {
        assertThat(read("x " + written).insightCited()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Exchange fails, fails",
        "EXO does not work, does not work",
        "Teams doesn’t work, doesn’t work",
        "TEAMS crash, crash",
        "Intune failed again, failed",
        "A Microsoft bug, bug",
        "office 365 proplus crashes, crashes",
        "Exchange funktioniert nicht, funktioniert nicht",
        "Exchange のエラー, エラー",
        "微软 故障, 故障"
    })
    void namesAProductAndItsDefect(String written, String defect) {
        Concerns concerns = read(written);

        assertThat(concerns.namesProduct()).isTrue();
        assertThat(concerns.defectWords().spots()).extracting(Spot::found).containsExactly(defect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the project failed", "our teams failed", "exchange of views failed", "od fails", "CORE fails"})
    void takesNoOrdinaryWordForAProduct(String written) {
        assertThat(read(written).namesProduct()).isFalse();
        assertThat(read(written).namesDefect()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a bug in Exchange",
                "no errors in Exchange",
                "Exchange: no known issues",
                "Exchange is debugged"
            })
    void takesNoDefectThatIsDenied(String written) {
        assertThat(read(written).namesDefect()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1st party: none; security: review",
                "1st party: none\nsecurity: review",
                "[ ] 1st party\n[x] security",
                "Neither 1st party, nor 3rd party: security",
                "We have not uncovered any 1st party bug. Security",
                "No 1st party, 3rd party or business concerns; security"
            })
    void readsADenialToItsEndAndNoFurther(String written) {
        Concerns concerns = read(written);

        assertThat(concerns.firstParty()).isFalse();
        assertThat(concerns.natured()).isTrue();
        assertThat(concerns.none()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security: none; 1st party: bug",
                "security: none\n1st party: bug",
                "[ ] security\n[x] 1st party",
                "not security, 1st party",
                "no security concerns and a 1st party bug",
                "no fix for the 1st party bug",
                "1st party: none of the users can sign in"
            })
    void readsWhatStandsBesideADenial(String written) {
        assertThat(read(written).firstParty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no ",
                "1st party: ",
                "Insight :",
                "[ ] ",
                "no\n",
                "- ",
                "no 1st party, ",
                "Insight ID #",
                "(",
                "「"
            })
    void takesLongRunsOfAnythingInItsStride(String piece) {
        assertThat(read(piece.repeat(60_000 / piece.length())).insightCited()).isFalse();
    }

    @Test
    void isReadUnderItsOwnLabelOnly() {
        Concerns concerns = RealPlaybook.read(
                        "[EXO]\nSUMMARY: 1st party bug, Insight 2925\nCONCERNS: x\nSTATUS: 1st party")
                .concerns();

        assertThat(concerns.natured() || concerns.insightCited() || concerns.namesDefect())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[EXO]", "", "[EXO]\nCONCERNS:"})
    void saysNothingWhereItIsMissing(String text) {
        Concerns concerns = RealPlaybook.read(text).concerns();

        assertThat(concerns.present()).isFalse();
        assertThat(concerns.none() || concerns.natured() || concerns.firstParty() || concerns.insightCited())
                .isFalse();
        assertThat(concerns.firstPartyWords().spots()).isNotEmpty();
        assertThat(concerns.defectWords().spots()).isNotEmpty();
    }

    private static Concerns read(String written) {
        return RealPlaybook.read("[EXO]\nCONCERNS: " + written).concerns();
    }
}
