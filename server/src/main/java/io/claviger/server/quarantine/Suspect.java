package io.claviger.server.quarantine;

import io.claviger.iam.AccessKeyIds;
import io.claviger.server.command.Misused;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is to be quarantined, as somebody names them.
 *
 * @param arn as it was given, of the user or the role, or of a session of the role; empty if a name was given
 */
record Suspect(Kind kind, String name, Optional<Arn> arn) {

    private static final Pattern SHORT = Pattern.compile("(user|role)/([\\w+=,.@-]{1,128})");
    private static final Pattern ENTITY =
            Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):(user|role)/(?:[!-.0-~]+/)*([\\w+=,.@-]{1,128})");
    private static final Pattern SESSION =
            Pattern.compile("arn:[a-z-]+:sts::([0-9]{12}):assumed-role/([\\w+=,.@-]{1,64})/[\\w+=,.@-]{2,64}");
    private static final Pattern KEY = Pattern.compile("A[A-Z]IA[A-Z0-9]{12,}");

    /** What can be quarantined. */
    enum Kind {
        USER("user"),
        ROLE("role");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As names and ARNs have it. */
        String word() {
            return word;
        }
    }

    /**
     * An ARN.
     *
     * @param isSession whether a session is named, whose ARN leaves out the path of its role
     */
    record Arn(String text, String accountId, boolean isSession) {}

    /**
     * Reads {@code user/NAME}, {@code role/NAME}, or an ARN as the audit trail shows it.
     *
     * @throws Misused if it is none of them
     */
    static Suspect of(String text) {
        Matcher entity = ENTITY.matcher(text);
        if (entity.matches()) {
            return new Suspect(
                    kind(entity.group(2)), entity.group(3), Optional.of(new Arn(text, entity.group(1), false)));
        }
        Matcher session = SESSION.matcher(text);
        if (session.matches()) {
            return new Suspect(Kind.ROLE, session.group(2), Optional.of(new Arn(text, session.group(1), true)));
        }
        Matcher name = SHORT.matcher(text);
        if (name.matches()) {
            return new Suspect(kind(name.group(1)), name.group(2), Optional.empty());
        }
        throw new Misused(hint(text));
    }

    private static Kind kind(String word) {
        return word.equals(Kind.USER.word()) ? Kind.USER : Kind.ROLE;
    }

    private static String hint(String text) {
        if (KEY.matcher(text).matches()) {
            return text + " is an access key: "
                    + (text.startsWith(AccessKeyIds.TEMPORARY)
                            ? "the audit trail shows whose session it is"
                            : "aws iam get-access-key-last-used says whose it is");
        }
        if (text.equals("root") || text.endsWith(":root")) {
            return "the root user cannot be quarantined: ./claviger recover gives it a new password, and its access keys"
                    + " can be deleted";
        }
        if (SHORT.matcher("user/" + text).matches()) {
            return text + " may be a user or a role: give user/" + text + " or role/" + text;
        }
        return text + " is not a user or a role: give user/NAME, role/NAME, or an ARN as the audit trail shows it";
    }

    @Override
    public String toString() {
        return kind.word() + "/" + name;
    }
}
