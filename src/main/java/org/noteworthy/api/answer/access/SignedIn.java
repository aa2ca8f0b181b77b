package org.noteworthy.api.answer.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.CallTable;
import org.noteworthy.access.Identity;
import org.noteworthy.access.Role;

/** Who makes the call, and what they may do. */
@Schema(description = "Who makes the call, and what they may do.")
public record SignedIn(
        @Schema(
                description = "How it is known who calls; with none, it is not, and everybody may do everything.",
                enumeration = {"none", "keys", "oidc"})
        String access,

        @Schema(description = "Whether it is known who makes the call.")
        boolean signedIn,

        @Schema(description = """
                Who makes the call, as the audit log names them; with the access none, as reviews of drafts do. Absent \
                where nobody is signed in.""", examples = "key:portal") @Nullable
        String identity,

        @Schema(description = "Their name alone.", examples = "portal") @Nullable
        String name,

        @Schema(description = "Their roles.") List<String> roles,

        @Schema(description = "The calls that they may make, by their names in this description.")
        List<String> operations,

        @Schema(description = """
                What a browser that is signed in repeats in the header Noteworthy-CSRF, with each call that changes \
                something. Absent where a call need not repeat anything.""") @Nullable String csrf,

        @Schema(description = "When the browser is signed out at the latest.") @Nullable
        Instant until,

        @Schema(description = """
                Where a browser is led to sign in at the OpenID provider; it comes back to the path that the parameter \
                to names. Absent where there is none, or somebody is signed in.""", examples = "/q/sign-in") @Nullable
        String signIn,

        @Schema(description = """
                Where a browser is led to sign out at the OpenID provider. Absent where there is none, or nobody is \
                signed in by a browser.""", examples = "/q/sign-out") @Nullable
        String signOut) {

    /** Nobody is signed in. */
    public static SignedIn nobody(AccessMode mode, @Nullable String signIn) {
        return new SignedIn(
                mode.word(),
                false,
                null,
                null,
                List.of(),
                List.copyOf(CallTable.callsOf(null)),
                null,
                null,
                signIn,
                null);
    }

    /** Somebody, whom a browser may have signed in. */
    public static SignedIn of(
            AccessMode mode,
            Identity identity,
            @Nullable String csrf,
            @Nullable Instant until,
            @Nullable String signOut) {
        return new SignedIn(
                mode.word(),
                identity.isVerified(),
                identity.id(),
                identity.name(),
                identity.roles().stream().sorted().map(Role::word).toList(),
                List.copyOf(CallTable.callsOf(identity)),
                csrf,
                until,
                null,
                signOut);
    }
}
