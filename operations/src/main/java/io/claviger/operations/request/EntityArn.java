package io.claviger.operations.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Possessive throughout: the text comes from a request, and no part of it is worth a second look. */
    private static final Pattern FORM = Pattern.compile(
            "arn:aws[a-z-]*+:iam::(?<account>[0-9]{12}):(?<kind>user|group|role)/(?:[!-.0-~]*+/)*+(?<name>[\\w+=,.@-]++)");

    /** The entity that the text names, if it names one. */
    public static Optional<EntityArn> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Kind kind = switch (form.group("kind")) {
            case "user" -> Kind.USER;
            case "group" -> Kind.GROUP;
            default -> Kind.ROLE;
        };
        return Optional.of(new EntityArn(text, form.group("account"), kind, form.group("name")));
    }
}
