package org.noteworthy.api.access;

import java.util.Map;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Refusal;

/** What is wrong with a token that the platform did not take, as far as its exceptions tell. */
final class TokenRefusal {
    private static final Map<Integer, Refusal> BY_CODE = Map.of(
            ErrorCodes.EXPIRED, Refusal.EXPIRED,
            ErrorCodes.NOT_YET_VALID, Refusal.EARLY,
            ErrorCodes.AUDIENCE_INVALID, Refusal.AUDIENCE,
            ErrorCodes.AUDIENCE_MISSING, Refusal.AUDIENCE,
            ErrorCodes.ISSUER_INVALID, Refusal.ISSUER,
            ErrorCodes.ISSUER_MISSING, Refusal.ISSUER,
            ErrorCodes.SIGNATURE_INVALID, Refusal.SIGNATURE,
            ErrorCodes.SIGNATURE_MISSING, Refusal.SIGNATURE);

    private TokenRefusal() {}

    private static @Nullable Refusal told(InvalidJwtException invalid) {
        for (ErrorCodeValidator.Error error : invalid.getErrorDetails()) {
            Refusal refusal = BY_CODE.get(error.getErrorCode());
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    static Refusal of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvableKeyException || cause instanceof InvalidAlgorithmException) {
                return Refusal.SIGNATURE;
            }
            if (cause instanceof InvalidJwtException invalid) {
                Refusal told = told(invalid);
                if (told != null) {
                    return told;
                }
            }
        }
        return Refusal.OTHER;
    }
}
