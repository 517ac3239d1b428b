package io.claviger.operations.delegation;

import io.claviger.access.Authorizer;
import io.claviger.access.Resource;
import io.claviger.operations.gate.Call;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.Decision;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.PermissionCheckResultType;

/**
 * Whether a caller's own permissions cover those that are asked for: nobody can delegate what they do not have. Where a
 * policy asks for resources by a pattern, the pattern itself is judged, so that a denial is not certain. Thread-safe.
 */
final class PermissionCheck {

    /** More decisions than this are not worth the wait. */
    private static final int MOST_DECISIONS = 50_000;

    private final Authorizer authorizer;

    PermissionCheck(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /** What is asked for of one resource. */
    private record Ask(String action, String resource) {

        /** Whether it stands for one action on one thing, so that a denial of it is a denial of what is asked for. */
        boolean isCertain() {
            return !resource.contains("?")
                    && !resource.contains("${")
                    && (resource.equals("*") || !resource.contains("*"));
        }
    }

    PermissionCheckResultType of(Call call, String policy) {
        if (!(PolicyParser.parse(policy, PolicyType.SESSION) instanceof PolicyDocument document)) {
            return PermissionCheckResultType.UNSURE;
        }
        List<Statement> allowing = document.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .toList();
        if (allowing.stream()
                .anyMatch(statement ->
                        statement.actions().excluding() || statement.resources().excluding())) {
            return PermissionCheckResultType.UNSURE;
        }
        List<Ask> asks = allowing.stream()
                .flatMap(PermissionCheck::asks)
                .limit(MOST_DECISIONS + 1L)
                .toList();
        if (asks.size() > MOST_DECISIONS) {
            return PermissionCheckResultType.UNSURE;
        }
        PermissionCheckResultType result = PermissionCheckResultType.ALLOWED;
        for (Ask ask : asks) {
            if (authorizer.decide(
                            call.caller(),
                            ask.action(),
                            Resource.of(ask.resource(), call.accountId()),
                            call.circumstances())
                    instanceof Decision.Denied) {
                if (ask.isCertain()) {
                    return PermissionCheckResultType.DENIED;
                }
                result = PermissionCheckResultType.UNSURE;
            }
        }
        return result;
    }

    private static Stream<Ask> asks(Statement statement) {
        return statement.actions().terms().stream()
                .map(Term::text)
                .flatMap(PermissionCheck::actions)
                .flatMap(action -> statement.resources().terms().stream().map(term -> new Ask(action, term.text())));
    }

    /** The actions that a pattern stands for; an action that AWS's catalog does not have is asked for by its name. */
    private static Stream<String> actions(String pattern) {
        List<String> known = ServiceCatalog.aws().expand(pattern);
        boolean isName = known.isEmpty() && !pattern.contains("*") && !pattern.contains("?");
        return isName ? Stream.of(pattern) : known.stream();
    }
}
