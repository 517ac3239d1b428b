package io.claviger.server.signin;

import io.claviger.server.signin.SignIn.Result;
import java.time.Duration;
import java.util.Optional;

/**
 * Why somebody did not get in, as they are answered. The message repeats nothing of what they sent.
 *
 * @param status of HTTP
 * @param retryAfter when to try again; empty if nothing but another attempt helps
 */
public record SignInRefusal(int status, String code, String message, Optional<Duration> retryAfter) {

    static final String CODE_NEEDED = "MFACodeNeeded";
    static final String PASSKEY_NEEDED = "PasskeyNeeded";
    static final String WRONG_PASSKEY = "WrongPasskey";
    static final String NEW_PASSWORD_NEEDED = "NewPasswordNeeded";

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    private SignInRefusal(String code, String message) {
        this(FORBIDDEN, code, message, Optional.empty());
    }

    /** What to answer to an attempt; empty if it came to something. */
    public static Optional<SignInRefusal> of(Result result) {
        return switch (result) {
            case Result.SignedIn _ -> Optional.empty();
            case Result.Wrong _ ->
                Optional.of(new SignInRefusal("AccessDenied", "The account, the user or the password is wrong"));
            case Result.FactorNeeded needed ->
                Optional.of(
                        needed.hasCodes()
                                ? new SignInRefusal(CODE_NEEDED, "A code of an MFA device is needed, too")
                                : new SignInRefusal(
                                        PASSKEY_NEEDED,
                                        "A passkey is needed, too, for which only the web console can ask"));
            case Result.WrongCode _ ->
                Optional.of(new SignInRefusal("WrongMFACode", "The code of the MFA device is wrong"));
            case Result.WrongPasskey _ ->
                Optional.of(new SignInRefusal(WRONG_PASSKEY, "What the passkey answered is not accepted"));
            case Result.NewPasswordNeeded _ ->
                Optional.of(new SignInRefusal(NEW_PASSWORD_NEEDED, "A new password has to be set"));
            case Result.Expired _ ->
                Optional.of(new SignInRefusal(
                        "PasswordExpired", "The password has expired; an administrator can set another"));
            case Result.NotChanged not -> Optional.of(new SignInRefusal("PasswordNotChanged", not.reason()));
            case Result.TryLater later ->
                Optional.of(new SignInRefusal(
                        TOO_MANY,
                        "Throttling",
                        "There were too many attempts; try again later",
                        Optional.of(later.pause())));
        };
    }

    /** When to try again, in whole seconds, for {@code Retry-After}. */
    public Optional<String> retryAfterSeconds() {
        return retryAfter.map(
                pause -> Long.toString(Math.max(1, pause.plusMillis(999).toSeconds())));
    }
}
