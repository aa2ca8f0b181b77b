package org.noteworthy.report;

import java.io.File;
import java.nio.charset.StandardCharsets;

/** The name of an input as a URI reference: relative where the name is, {@code file:} where it is absolute. */
public final class ArtifactUri {
    private static final String HEX = "0123456789ABCDEF";

    private ArtifactUri() {}

    public static String of(String input) {
        String path = File.separatorChar == '\\' ? input.replace('\\', '/') : input;
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        boolean drive = path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/';
        if (drive && File.separatorChar == '\\') {
            return "file:///" + path.charAt(0) + ":" + encoded(path.substring(2));
        }
        return path.startsWith("/") ? "file://" + encoded(path) : encoded(path);
    }

    /** All but unreserved characters and slashes as percent and hexadecimal digits; so no name is taken for a scheme. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 8);
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char unit = (char) (each & 0xFF);
            if (plain(unit)) {
                encoded.append(unit);
            } else {
                encoded.append('%').append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean plain(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || "/-._~".indexOf(unit) >= 0;
    }
}
