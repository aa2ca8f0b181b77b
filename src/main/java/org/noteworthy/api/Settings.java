package org.noteworthy.api;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.noteworthy.access.AccessMode;
import org.noteworthy.audit.KeepNotes;
import org.noteworthy.audit.WhenFull;

/** What whoever runs the service may set, as {@code noteworthy.…} properties or {@code NOTEWORTHY_…} variables. */
@StaticInitSafe
@ConfigMapping(prefix = "noteworthy")
public interface Settings {

    /** Folder with the editions of the playbook. */
    @WithDefault("rules")
    String rules();

    /** Folder for compiled rules, or {@code none}; absent: in the user's cache folder. */
    Optional<String> cache();

    /** Folder with the fixtures of the rules, whose names are shown; absent: {@code test-fixtures} beside the rules. */
    Optional<String> fixtures();

    /** Names and addresses by which the service is called, beside localhost, the loopback addresses and where it is bound. */
    Optional<List<String>> hosts();

    /** Who may call. */
    Access access();

    /** How the rules folder is watched. */
    Watch watch();

    /** How much a call may ask. */
    Limits limits();

    /** How decisions are recorded. */
    Audit audit();

    /** Where drafts lie. */
    DraftFolder drafts();

    /** What has to happen to a draft before it may be published. */
    Review review();

    /** Where drafts lie. */
    interface DraftFolder {

        /** Their folder. */
        @WithDefault("data/drafts")
        String folder();

        /** How many may be open at once. */
        @WithDefault("200")
        int most();
    }

    /** What has to happen to a draft before it may be published. */
    interface Review {

        /** How many people have to approve it; absent: one, and none where nobody is known. */
        OptionalInt approvals();

        /** Whether people may approve what they have changed themselves. */
        @WithDefault("false")
        boolean authorMayApprove();

        /** When more people have to approve it. */
        Gate gate();
    }

    /** When more people have to approve a draft. */
    interface Gate {

        /** The share of recorded notes, in percent, above which it may not newly flag them without; absent: never. */
        OptionalDouble percent();

        /** How many people more. */
        @WithDefault("1")
        int approvals();
    }

    /** Who may call. */
    interface Access {

        /** How it is known who calls. */
        @WithParentName
        @WithDefault("none")
        AccessMode mode();

        /** Whether everybody may do everything also where more than this machine can reach the service. */
        @WithDefault("false")
        boolean anonymousAnywhere();

        /** File of the API keys. */
        @WithDefault("data/keys.json")
        String keys();

        /** The OpenID provider. */
        Oidc oidc();

        /** When whoever fails to sign in has to wait. */
        Failures failures();

        /** How long a browser stays signed in by a key. */
        Sessions sessions();
    }

    /** How long a browser stays signed in by a key. */
    interface Sessions {

        /** How long it may go without a call. */
        @WithDefault("2H")
        Duration idle();

        /** How long at the most. */
        @WithDefault("12H")
        Duration longest();

        /** How many may be signed in at once. */
        @WithDefault("1000")
        int most();
    }

    /** The OpenID provider, and what its tokens say. */
    interface Oidc {

        /** Its address, as its tokens name it. */
        Optional<String> issuer();

        /** By which name it knows the service. */
        Optional<String> client();

        /** What the service proves by that it is that client; absent where the provider asks for none. */
        Optional<String> secret();

        /** For whom the tokens of callers are; absent: the client. */
        Optional<String> audience();

        /** Which claim names somebody, for good and nobody else. */
        @WithDefault("sub")
        String nameClaim();

        /** Which claim tells the groups of somebody. */
        @WithDefault("groups")
        String rolesClaim();

        /** The roles of each group, by its name. */
        Map<String, List<String>> role();
    }

    /** When whoever fails to sign in has to wait. */
    interface Failures {

        /** How often an address may fail in a row. */
        @WithDefault("10")
        int allowed();

        /** How long it takes until one failure is forgotten. */
        @WithDefault("6s")
        Duration forgottenAfter();
    }

    /** How decisions are recorded. */
    interface Audit {

        /** Whether decisions are recorded. */
        @WithDefault("true")
        boolean enabled();

        /** Whether a check that asks not to be recorded is refused. */
        @WithDefault("false")
        boolean recordEverything();

        /** Path of an embedded database, or {@code jdbc:postgresql://…}. */
        @WithDefault("data/audit")
        String database();

        /** Who signs in to the database. */
        Optional<String> user();

        /** What the user signs in with. */
        Optional<String> password();

        /** Name of this instance among those that share a database; absent: that of the machine. */
        Optional<String> instance();

        /** Which notes are kept with their decisions. */
        @WithDefault("all")
        KeepNotes keepNotes();

        /** What happens while decisions cannot be recorded. */
        @WithDefault("never-lose")
        WhenFull whenFull();

        /** What is replaced before anything is stored. */
        Mask mask();

        /** Memory for decisions that are not written yet. */
        @WithDefault("64M")
        MemorySize room();

        /** How long a check waits for its decision to be on the disk. */
        @WithDefault("5s")
        Duration patience();

        /** Decisions from one checkpoint to the next, at most. */
        @WithDefault("10000")
        long checkpointEvery();

        /** Time from one checkpoint to the next, at most, while there are decisions. */
        @WithDefault("1H")
        Duration checkpointAfter();

        /** File of the secret key that signs checkpoints; absent: they are not signed. */
        Optional<String> key();

        /** How long decisions are kept. */
        Keep retention();
    }

    /** How long decisions are kept. */
    interface Keep {

        /** Time after which a decision is pruned, such as {@code 400d}; absent: never. */
        Optional<Duration> age();

        /** How many decisions of a chain are kept, the newest; absent: all. */
        OptionalLong decisions();

        /** Time between two looks at what may go. */
        @WithDefault("1H")
        Duration every();
    }

    /** What is replaced before anything is stored. */
    interface Mask {

        /** Fields that are replaced as a whole. */
        Optional<List<String>> fields();

        /** Names of known patterns. */
        Optional<List<String>> patterns();

        /** Further patterns, as regular expressions of RE2, by names of one's own. */
        Map<String, String> pattern();
    }

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

        /** How many notes an engagement may have, and how many interactions. */
        @WithDefault("5000")
        int engagementParts();

        /** How long the body of a call may take to come; a batch is read while it is answered. */
        @WithDefault("30s")
        Duration bodyTime();

        /** How many notes of more than 10 KiB may be under way at once, each in a call of its own. */
        @WithDefault("64")
        int longNotes();

        /** How much memory all calls together may hold; absent: an eighth of the heap. */
        Optional<MemorySize> memory();

        /** How many engagements may be under way at once. */
        @WithDefault("32")
        int engagements();

        /** How long a batch may leave the service waiting for its next note. */
        @WithDefault("60s")
        Duration batchTime();

        /** How many batches may be under way at once. */
        @WithDefault("64")
        int batches();

        /** The most bytes that a file may have that is sent to be checked, or a folder of files. */
        @WithDefault("32M")
        MemorySize fileBytes();

        /** How many files, or folders of files, may be under way at once. */
        @WithDefault("4")
        int files();

        /** How long a file may take to come and to be checked; what has not been judged then is not. */
        @WithDefault("5M")
        Duration fileTime();

        /** How many looks through the whole audit log may be under way at once: downloads and summaries. */
        @WithDefault("8")
        int downloads();
    }
}
