package org.noteworthy.report;

import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The name of an input as a URI reference: relative where the name is, {@code file:} where it is absolute. */
public final class ArtifactUri {
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
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2F", "/");
    }
}
