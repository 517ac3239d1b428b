package io.claviger.operations.request;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The ARN of a user, a group or a role, taken apart. Whether there is such an entity is another question.
 *
 * @param text the whole ARN
 * @param accountId the number of the account
 * @param name the entity's name, without its path
 */
public record EntityArn(String text, String accountId, Kind kind, String name) {

    /** What an entity is. */
    public enum Kind {
        USER,
        GROUP,
        ROLE
    }

    private static final String PARTITIONS = "arn:aws";
    private static final String SERVICE = ":iam::";
    private static final int ACCOUNT_DIGITS = 12;

    /**
     * The entity that the text names, if it names one: {@code arn:aws:iam::123456789012:role/path/name}. One look at each
     * character, since every request for a session brings such a text.
     */
    public static Optional<EntityArn> parse(String text) {
        int partitionEnd = text.indexOf(':', PARTITIONS.length());
        int account = partitionEnd + SERVICE.length();
        int accountEnd = account + ACCOUNT_DIGITS;
        int kindEnd = text.indexOf('/');
        int nameStart = text.lastIndexOf('/') + 1;
        if (partitionEnd < 0
                || !text.startsWith(PARTITIONS)
                || !text.startsWith(SERVICE, partitionEnd)
                || !text.startsWith(":", accountEnd)
                || kindEnd <= accountEnd
                || nameStart == text.length()
                || !all(text, PARTITIONS.length(), partitionEnd, EntityArn::isOfPartition)
                || !all(text, account, accountEnd, EntityArn::isDigit)
                || !all(text, kindEnd, nameStart, c -> c >= '!' && c <= '~')
                || !all(text, nameStart, text.length(), EntityArn::isOfName)) {
            return Optional.empty();
        }
        return kind(text.substring(accountEnd + 1, kindEnd))
                .map(kind -> new EntityArn(text, text.substring(account, accountEnd), kind, text.substring(nameStart)));
    }

    /** The partition, such as {@code aws} or {@code aws-cn}. */
    public String partition() {
        int begin = text.indexOf(':') + 1;
        return text.substring(begin, text.indexOf(':', begin));
    }

    private static Optional<Kind> kind(String word) {
        return switch (word) {
            case "user" -> Optional.of(Kind.USER);
            case "group" -> Optional.of(Kind.GROUP);
            case "role" -> Optional.of(Kind.ROLE);
            default -> Optional.empty();
        };
    }

    private static boolean all(String text, int from, int to, IntPredicate allowed) {
        for (int i = from; i < to; i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfPartition(int c) {
        return isLowerCase(c) || c == '-';
    }

    private static boolean isOfName(int c) {
        return isLowerCase(c) || (c >= 'A' && c <= 'Z') || isDigit(c) || "_+=,.@-".indexOf(c) >= 0;
    }

    private static boolean isLowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
