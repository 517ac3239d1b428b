package io.claviger.policy.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts under {@code AWS} of a {@code Principal}. No alternative of a pattern begins like another one, so matching is
 * linear. Stateless, and safe for use by many threads.
 */
public final class AwsPrincipalForm {

    /** The console shows accounts with hyphens, and AWS takes them. */
    private static final Pattern ACCOUNT = Pattern.compile("\\d{4}-?\\d{4}-?\\d{4}");

    private static final Pattern UNIQUE_ID = Pattern.compile("A(?:IDA|ROA)[A-Z0-9]{12,124}");

    /** CloudFront's own account has a name instead of a number. */
    private static final Pattern ENTITY =
            Pattern.compile("arn:aws[a-z-]{0,16}:iam::(\\d{12}|cloudfront):(root|user/[^*?]+|role/[^*?]+)");

    private static final Pattern SESSION =
            Pattern.compile("arn:aws[a-z-]{0,16}:sts::\\d{12}:(?:assumed-role/[^*?/]+/[^*?/]+|federated-user/[^*?/]+)");

    private AwsPrincipalForm() {}

    /** What a text stands for; null if it stands for nothing. A wildcard stands for everybody or for nothing. */
    public static @Nullable AwsPrincipal parse(String text) {
        if (text.equals("*")) {
            return new AwsPrincipal.Everybody();
        }
        if (ACCOUNT.matcher(text).matches()) {
            return new AwsPrincipal.AccountNumber(text.replace("-", ""));
        }
        if (UNIQUE_ID.matcher(text).matches()) {
            return new AwsPrincipal.UniqueId(text);
        }
        if (SESSION.matcher(text).matches()) {
            return new AwsPrincipal.SessionNamed(text);
        }
        Matcher entity = ENTITY.matcher(text);
        if (!entity.matches()) {
            return null;
        }
        return entity.group(2).equals("root")
                ? new AwsPrincipal.AccountNumber(entity.group(1))
                : new AwsPrincipal.UserOrRole(text);
    }
}
