package org.noteworthy.audit;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;

/**
 * What is replaced in decisions before they are stored: whole fields by a name that means nothing, and whatever matches a
 * pattern by as many neutral characters, so that every place in a note stays where it was.
 */
public final class Masking {
    /** Fields that can be masked: those that name somebody or something and by which nothing is judged. */
    public static final List<String> FIELDS = List.of("id", "author", "engagement", "activity", "caller", "identity");

    /** Patterns that need only be named. */
    public static final Map<String, String> KNOWN = known();

    /** Masks nothing. */
    public static final Masking NONE = new Masking(Set.of(), Map.of(), null);

    private static final Pattern WORD = Pattern.compile("[\\p{L}0-9]{2,}");
    private static final String PSEUDONYM = "masked-";
    private static final Pattern IS_PSEUDONYM = Pattern.compile(PSEUDONYM + "[0-9a-f]{12}");

    private final Set<String> fields;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final SecretKeySpec key;
    private final boolean permanent;

    /**
     * Masks these fields, and what matches these patterns, by the names that an audit log then tells. What stands in the place
     * of a value comes of the signing key; where there is none, of chance, and is another one in each process.
     *
     * @throws AuditException if there is no such field, or a pattern cannot be read
     */
    public Masking(Set<String> fields, Map<String, String> patterns, @Nullable SigningKey signing) {
        this.fields = new TreeSet<>(fields);
        for (String field : this.fields) {
            if (!FIELDS.contains(field)) {
                throw new AuditException("The field \"" + field + "\" cannot be masked; "
                        + String.join(", ", FIELDS) + " can."
                        + Nearest.maybe(field, FIELDS));
            }
        }
        patterns.forEach((name, pattern) -> {
            try {
                this.patterns.put(name, Pattern.compile(pattern));
            } catch (PatternSyntaxException e) {
                throw new AuditException("The pattern \"" + name + "\" for masking cannot be read: "
                        + e.getDescription() + ". It is a regular expression of RE2.");
            }
        });
        permanent = signing != null;
        key = new SecretKeySpec(signing == null ? chance() : signing.derived("noteworthy masking"), "HmacSHA256");
    }

    private static byte[] chance() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("email", "[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+");
        known.put("phone", "\\+[0-9][0-9 ()/.-]{6,18}[0-9]|\\([0-9]{2,5}\\) ?[0-9][0-9 .-]{4,12}[0-9]");
        known.put("tenant-id", "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
        return known;
    }

    /** The pattern of that name, ready to be used. */
    public static String known(String name) {
        String pattern = KNOWN.get(name);
        if (pattern == null) {
            throw new AuditException("There is no pattern \"" + name + "\" for masking; there is "
                    + String.join(", ", KNOWN.keySet()) + ", or one of your own.");
        }
        return pattern;
    }

    /** Whether nothing is ever replaced. */
    boolean isNothing() {
        return fields.isEmpty() && patterns.isEmpty();
    }

    /** Whether that field is replaced as a whole. */
    boolean masks(String field) {
        return fields.contains(field);
    }

    /**
     * What stands in the place of a value: the same for the same value, so that what belongs together still does, for as
     * long as the key is the same.
     */
    String pseudonym(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return PSEUDONYM + HexFormat.of().formatHex(code, 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Adds the words of whatever matches a pattern in a text. */
    void words(String text, Set<String> words) {
        for (Pattern pattern : patterns.values()) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Matcher each = WORD.matcher(matcher.group());
                while (each.find()) {
                    words.add(each.group());
                }
            }
        }
    }

    /**
     * Refuses a hold that would hold nothing any more when the process has ended.
     *
     * @throws AuditException if engagements are masked, and each process masks them otherwise
     */
    public void checkHolds(String name) {
        if (masks("engagement") && !permanent && !IS_PSEUDONYM.matcher(name).matches()) {
            throw new AuditException(
                    "Engagements are masked in this audit log, and without a key each process masks them"
                            + " otherwise, so a hold would not last. Set NOTEWORTHY_AUDIT_KEY for the service and for this verb,"
                            + " or name the engagement as the audit log does: masked-….");
        }
    }

    /** The name under which decisions go by an engagement; one that stands there already stays. */
    public String engagement(String name) {
        return masks("engagement") && !IS_PSEUDONYM.matcher(name).matches()
                ? pseudonym(name)
                : patterns(name, new TreeSet<>());
    }

    /** The text with as many neutral characters in the place of what matches a pattern; adds to {@code masked} which did. */
    String patterns(String text, Set<String> masked) {
        String now = text;
        for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
            Matcher matcher = pattern.getValue().matcher(now);
            StringBuilder neutral = null;
            while (matcher.find()) {
                if (neutral == null) {
                    neutral = new StringBuilder(now);
                    masked.add(pattern.getKey());
                }
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    neutral.setCharAt(i, neutral(now.charAt(i)));
                }
            }
            now = neutral == null ? now : neutral.toString();
        }
        return now;
    }

    /** Whether words of what matches a pattern are made of such. */
    static boolean isOfWord(char letter) {
        return Character.isLetter(letter) || letter >= '0' && letter <= '9';
    }

    /** What is put in the place of a character. */
    static char neutral(char unit) {
        if (Character.isDigit(unit)) {
            return '0';
        }
        return Character.isLetter(unit) || Character.isSurrogate(unit) ? 'x' : unit;
    }
}
