package io.claviger.operations.claims;

import io.claviger.federation.oidc.IdentityToken;
import io.claviger.iam.Tag;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The session tags that a token asks for, in one claim with members or in a claim for each member, whose name then begins
 * with it.
 *
 * @param transitiveKeys of those tags that later sessions are to inherit
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp">
 *     Pass session tags using AssumeRoleWithWebIdentity</a>
 */
public record TokenTags(List<Tag> tags, List<String> transitiveKeys) {

    private static final String CLAIM = "https://aws.amazon.com/tags";
    private static final String PRINCIPAL_TAGS = "principal_tags";
    private static final String TRANSITIVE = "transitive_tag_keys";
    private static final int MOST = 50;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    /**
     * The tags of a token.
     *
     * @throws Refused when the claim is not as AWS describes it, or a tag cannot be one
     */
    public static TokenTags of(IdentityToken token) {
        List<Tag> tags = new ArrayList<>();
        List<String> transitive = new ArrayList<>();
        Object claim = token.claims().get(CLAIM);
        if (claim != null) {
            Map<?, ?> members = map(claim);
            if (members.get(PRINCIPAL_TAGS) != null) {
                map(members.get(PRINCIPAL_TAGS)).forEach((key, value) -> tags.add(tag(String.valueOf(key), value)));
            }
            transitive.addAll(texts(members.get(TRANSITIVE)));
        }
        String flat = CLAIM + "/" + PRINCIPAL_TAGS + "/";
        token.claims().forEach((name, value) -> {
            if (name.startsWith(flat)) {
                tags.add(tag(name.substring(flat.length()), value));
            }
        });
        transitive.addAll(texts(token.claims().get(CLAIM + "/" + TRANSITIVE)));
        if (tags.size() > MOST) {
            throw invalid();
        }
        return new TokenTags(List.copyOf(tags), List.copyOf(transitive));
    }

    /** The value is a text, or a list of one text, as SAML has it. */
    private static Tag tag(String key, @Nullable Object value) {
        Object single = value instanceof List<?> list && list.size() == 1 ? list.getFirst() : value;
        if (single instanceof String text
                && KEY.matcher(key).matches()
                && VALUE.matcher(text).matches()) {
            return new Tag(key, text);
        }
        throw invalid();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw invalid();
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).toList();
            default -> throw invalid();
        };
    }

    private static Refused invalid() {
        return new Refused(ErrorCode.INVALID_IDENTITY_TOKEN, "The session tags of the token are not valid.");
    }
}
