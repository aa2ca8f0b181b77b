package org.noteworthy.playbooks.edition;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.notes.text.Composition;

/**
 * The words of a Markdown text as they count where two copies of it are compared: markup, wrapping, case and the forms
 * of quotes, dashes and blanks make no difference.
 *
 * <p>By patterns, since the library's reader of links takes minutes for a hostile megabyte, and leaves asterisks that
 * CommonMark takes for no emphasis.
 */
public final class PlainText {
    /** Digits of a short hash. */
    public static final int HASH_LENGTH = 12;

    /** Escaped characters stand here while markup is taken away. */
    private static final int SHELTER = 0xE000;

    private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern SHELTERED = Pattern.compile("[\uE000-\uE07F]");
    private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|mailto):[^<>\\s]*)>");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]*)\\]\\((?:<[^<>\\n]*>|[^()\\s]*)(?:\\s+(?:\"[^\"]*\"|'[^']*'))?\\s*\\)");
    private static final Pattern BREAK = Pattern.compile("<(?:br|/?t[dh])\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-z]{2,6});");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "-"),
            Map.entry("mdash", "-"),
            Map.entry("hellip", "..."),
            Map.entry("lsquo", "'"),
            Map.entry("rsquo", "'"),
            Map.entry("ldquo", "\""),
            Map.entry("rdquo", "\""));
    private static final Pattern EMPHASIS =
            Pattern.compile("[*`]|~~|(?<![\\p{L}\\p{N}_])_++|(?<!_)_++(?![\\p{L}\\p{N}])|\\p{Cf}");
    private static final Pattern BLANK = Pattern.compile("[|\\p{Cc}&&[^\\n]]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018-\u201B\u2032\u00B4]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201C-\u201F\u2033\u00AB\u00BB]");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212-]+");
    private static final Pattern MARK_ALONE = Pattern.compile("[-\u2022\u2023\u25AA\u25CB\u25CF\u25E6\u00B7]");

    private PlainText() {}

    /** The text without links, emphasis, tags, escapes and table bars, still on the same lines. */
    public static String withoutMarkup(String markdown) {
        String text = Composition.plain(markdown);
        text = AUTOLINK.matcher(text).replaceAll("$1");
        text = ESCAPED.matcher(text)
                .replaceAll(escaped ->
                        String.valueOf((char) (SHELTER + escaped.group(1).charAt(0))));
        text = LINK.matcher(text).replaceAll("$1");
        text = LINK.matcher(text).replaceAll("$1");
        text = TAG.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("");
        text = ENTITY.matcher(text).replaceAll(PlainText::decoded);
        text = SHELTERED
                .matcher(text)
                .replaceAll(sheltered -> Matcher.quoteReplacement(
                        String.valueOf((char) (sheltered.group().charAt(0) - SHELTER))));
        return BLANK.matcher(EMPHASIS.matcher(text).replaceAll("")).replaceAll(" ");
    }

    private static String decoded(MatchResult entity) {
        String name = entity.group(1);
        String known = ENTITIES.get(name);
        if (known != null) {
            return Matcher.quoteReplacement(known);
        }
        if (!name.startsWith("#")) {
            return Matcher.quoteReplacement(entity.group());
        }
        boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
        int codePoint =
                hexadecimal ? Integer.parseInt(name, 2, name.length(), 16) : Integer.parseInt(name.substring(1));
        return Matcher.quoteReplacement(
                Normalizer.normalize(new StringBuilder().appendCodePoint(codePoint), Normalizer.Form.NFKC));
    }

    /** The word as it counts: in small letters, with plain quotes and dashes; empty where it is a mere mark. */
    public static String folded(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        folded = SINGLE_QUOTES.matcher(folded).replaceAll("'");
        folded = DOUBLE_QUOTES.matcher(folded).replaceAll("\"");
        folded = DASHES.matcher(folded).replaceAll("-");
        return MARK_ALONE.matcher(folded).matches() ? "" : folded;
    }

    /** Short hash of a Markdown text. */
    public static String hash(String markdown) {
        return hash(Arrays.stream(withoutMarkup(markdown).split("\\s+", -1))
                .map(PlainText::folded)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Short hash of words that are {@link #folded}. */
    public static String hash(List<String> words) {
        byte[] hash = EditionFiles.sha256().digest(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, HASH_LENGTH / 2);
    }

    /** Whether a word could be a short hash. */
    static boolean isHash(String word) {
        return word.matches("[0-9a-f]{" + HASH_LENGTH + "}");
    }
}
