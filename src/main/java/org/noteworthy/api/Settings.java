package org.noteworthy.api;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What whoever runs the service may set, as {@code noteworthy.…} properties or {@code NOTEWORTHY_…} variables. */
@StaticInitSafe
@ConfigMapping(prefix = "noteworthy")
public interface Settings {

    /** Folder with the editions of the playbook. */
    @WithDefault("rules")
    String rules();

    /** Folder for compiled rules, or {@code none}; absent: in the user's cache folder. */
    Optional<String> cache();

    /** How the rules folder is watched. */
    Watch watch();

    /** How much a call may ask. */
    Limits limits();

    /** How the rules folder is watched. */
    interface Watch {

        /** Time between two looks at the folder. */
        @WithDefault("250ms")
        Duration every();
    }

    /** How much a call may ask. */
    interface Limits {

        /** The most bytes of UTF-8 that the text of a note may have. */
        @WithDefault("65536")
        int textBytes();

        /** The most bytes that the body of a call, or a line of a batch, may have. */
        @WithDefault("8388608")
        int requestBytes();

        /** The longest that rules may take to judge one note; a line of a batch is one. */
        @WithDefault("2s")
        Duration noteTime();

        /** The longest that rules may take to judge an engagement as a whole. */
        @WithDefault("10s")
        Duration engagementTime();

        /** The longest that rules may take to judge all that one call holds; a batch has no such limit. */
        @WithDefault("10s")
        Duration callTime();

        /** How many batches may be under way at once. */
        @WithDefault("64")
        int batches();
    }
}
