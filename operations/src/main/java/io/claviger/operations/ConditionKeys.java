package io.claviger.operations;

import io.claviger.iam.Tag;
import io.claviger.iam.access.Credential;
import io.claviger.iam.access.Principal;
import io.claviger.iam.access.Principal.IamUser;
import io.claviger.iam.access.Principal.RootUser;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.RequestContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one check: what the server knows of the caller, the request and the resource. Values are made
 * when a policy asks for them. For one thread and one decision.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition context keys</a>
 */
final class ConditionKeys implements RequestContext {

    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    private static final String RESOURCE_TAG = "aws:resourcetag/";
    private static final String IAM_RESOURCE_TAG = "iam:resourcetag/";
    private static final String REQUEST_TAG = "aws:requesttag/";
    private static final String TAG_KEYS = "aws:tagkeys";

    private final Call call;
    private final Target target;

    ConditionKeys(Call call, Target target) {
        this.call = call;
        this.target = target;
    }

    @Override
    public @Nullable ContextValue value(String key) {
        Principal principal = call.caller().principal();
        return switch (key) {
            case "aws:currenttime" -> textOf(call.time().toString());
            case "aws:epochtime" -> textOf(Long.toString(call.time().getEpochSecond()));
            case "aws:sourceip" -> textOf(call.sourceIp());
            case "aws:securetransport" -> textOf(Boolean.toString(call.secureTransport()));
            case "aws:useragent" -> textOf(call.userAgent());
            case "aws:referer" -> textOf(call.referer());
            case "aws:requestedregion" -> textOf(call.region());
            case "aws:principalarn" -> textOf(principal.arn());
            case "aws:principalaccount", "aws:resourceaccount" -> textOf(principal.accountId());
            case "aws:principaltype" -> textOf(principal instanceof RootUser ? "Account" : "User");
            case "aws:userid" -> textOf(principal.userId());
            case "aws:username" ->
                principal instanceof IamUser user ? textOf(user.user().name()) : null;
            case "aws:principalisawsservice", "aws:viaawsservice" -> textOf("false");
            case "aws:tokenissuetime" -> textOf(tokenIssueTime());
            case "aws:multifactorauthpresent" ->
                // AWS sets this key for temporary credentials only; none of ours has a second factor.
                call.caller().credential() instanceof Credential.Temporary ? textOf("false") : null;
            default -> tagOrRequestKey(key, principal);
        };
    }

    private @Nullable ContextValue tagOrRequestKey(String key, Principal principal) {
        if (key.startsWith(PRINCIPAL_TAG)) {
            return principal instanceof IamUser user
                    ? tag(user.user().tags(), key.substring(PRINCIPAL_TAG.length()))
                    : null;
        }
        if (key.startsWith(RESOURCE_TAG)) {
            return tag(target.tags(), key.substring(RESOURCE_TAG.length()));
        }
        if (key.startsWith(IAM_RESOURCE_TAG)) {
            return tag(target.tags(), key.substring(IAM_RESOURCE_TAG.length()));
        }
        return target.keys().get(key);
    }

    private @Nullable String tokenIssueTime() {
        return call.caller().credential() instanceof Credential.Temporary temporary
                ? temporary.issuedAt().toString()
                : null;
    }

    private static @Nullable ContextValue textOf(@Nullable String value) {
        return value == null ? null : new ContextValue.Text(value);
    }

    private static @Nullable ContextValue tag(List<Tag> tags, String key) {
        for (Tag tag : tags) {
            if (tag.isNamed(key)) {
                return textOf(tag.value());
            }
        }
        return null;
    }

    static void putRequestTags(Map<String, ContextValue> keys, List<Tag> tags) {
        for (Tag tag : tags) {
            keys.put(REQUEST_TAG + tag.key().toLowerCase(Locale.ROOT), new ContextValue.Text(tag.value()));
        }
        putTagKeys(keys, tags.stream().map(Tag::key).toList());
    }

    static void putTagKeys(Map<String, ContextValue> keys, List<String> tagKeys) {
        if (!tagKeys.isEmpty()) {
            keys.put(TAG_KEYS, new ContextValue.Texts(tagKeys));
        }
    }
}
