package org.noteworthy.cli.draft.desk;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Characters;

/** Where a service is: scheme, host and port, and perhaps a path in front of its calls. */
public record ServiceAddress(URI uri) {

    /** Reads it as it was typed. */
    public static ServiceAddress of(String typed) {
        try {
            URI uri = new URI(typed.strip().replaceFirst("/+$", ""));
            boolean http = uri.getScheme() != null
                    && List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (http && plain && uri.getHost() != null) {
                return new ServiceAddress(uri);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new UsageException("The address of a service is like http://localhost:8080 or https://notes.example.com,"
                + " without a user, a password or a query, not \"" + Characters.harmless(typed) + "\".");
    }

    /** Whether nobody on the way can read what is sent. */
    boolean isPrivate() {
        return uri.getScheme().equalsIgnoreCase("https") || isThisMachine(uri.getHost());
    }

    /** Whether a host is this machine, by its name alone or as an address; no name is asked for elsewhere. */
    private static boolean isThisMachine(String host) {
        String bare = host.replaceAll("[\\[\\]]", "");
        if (bare.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            boolean address = bare.contains(":") || bare.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
            return address && InetAddress.getByName(bare).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The address of a call, from the segments of its path. */
    URI call(List<String> segments, String query) {
        String path = segments.stream().map(ServiceAddress::encoded).collect(Collectors.joining("/", "/v1/", ""));
        return URI.create(uri + path + query);
    }

    /** The segments of a path that somebody has typed; one that would lead elsewhere names nothing. */
    static List<String> segments(String typed) {
        return Arrays.asList(typed.split("/", -1));
    }

    private static String encoded(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new UsageException(
                    "A name of a draft, a file or a table has no empty part and none of points alone.");
        }
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
