package io.claviger.operations.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Statement;

/**
 * What a simulation found of one action on one resource, or on several of them together.
 *
 * @param resource the resource's ARN, or {@code *}
 * @param matched the statements that settled it
 * @param missing the condition keys that might have changed it
 * @param details what each type of policy came to; empty within one account
 * @param withinBoundary whether the boundary allows it; null without one
 * @param withinOrganization whether the organization allows it; null without one
 */
record Verdict(
        String resource,
        PolicyEvaluationDecisionType decision,
        List<Statement> matched,
        List<String> missing,
        Map<String, PolicyEvaluationDecisionType> details,
        @Nullable Boolean withinBoundary,
        @Nullable Boolean withinOrganization) {

    /** An explicit denial is worse than an implicit one, and that is worse than being allowed. */
    private static final Comparator<PolicyEvaluationDecisionType> FROM_GOOD_TO_BAD = Comparator.comparingInt(List.of(
            PolicyEvaluationDecisionType.ALLOWED,
            PolicyEvaluationDecisionType.IMPLICIT_DENY,
            PolicyEvaluationDecisionType.EXPLICIT_DENY)::indexOf);

    /**
     * Of all resources together what is worst, and everything that was found.
     *
     * @param verdicts at least one
     */
    static Verdict of(List<Verdict> verdicts) {
        if (verdicts.size() == 1) {
            return verdicts.getFirst();
        }
        Map<String, PolicyEvaluationDecisionType> details = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            verdict.details.forEach((type, found) -> details.merge(type, found, Verdict::worse));
        }
        return new Verdict(
                "*",
                verdicts.stream().map(Verdict::decision).max(FROM_GOOD_TO_BAD).orElseThrow(),
                verdicts.stream()
                        .map(Verdict::matched)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList(),
                verdicts.stream()
                        .map(Verdict::missing)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList(),
                details,
                together(verdicts, Verdict::withinBoundary),
                together(verdicts, Verdict::withinOrganization));
    }

    private static @Nullable Boolean together(List<Verdict> verdicts, Function<Verdict, @Nullable Boolean> one) {
        Boolean together = null;
        for (Verdict verdict : verdicts) {
            Boolean found = one.apply(verdict);
            if (found != null) {
                together = found && (together == null || together);
            }
        }
        return together;
    }

    private static PolicyEvaluationDecisionType worse(
            PolicyEvaluationDecisionType one, PolicyEvaluationDecisionType other) {
        return FROM_GOOD_TO_BAD.compare(one, other) < 0 ? other : one;
    }

    /** The same as the result on one of several resources, which leaves out details if there are none. */
    ResourceSpecificResult shape() {
        ResourceSpecificResult.Builder shape = ResourceSpecificResult.builder()
                .evalResourceName(resource)
                .evalResourceDecision(decision)
                .matchedStatements(matched)
                .missingContextValues(missing);
        if (!details.isEmpty()) {
            shape.evalDecisionDetails(details);
        }
        return shape.permissionsBoundaryDecisionDetail(boundaryDetail()).build();
    }

    /** The same as the result of an action; AWS shows details, perhaps none, only if resources were named. */
    EvaluationResult.Builder result(String action) {
        return EvaluationResult.builder()
                .evalActionName(action)
                .evalResourceName(resource)
                .evalDecision(decision)
                .matchedStatements(matched)
                .missingContextValues(missing)
                .permissionsBoundaryDecisionDetail(boundaryDetail())
                .organizationsDecisionDetail(organizationDetail());
    }

    private @Nullable PermissionsBoundaryDecisionDetail boundaryDetail() {
        return withinBoundary == null
                ? null
                : PermissionsBoundaryDecisionDetail.builder()
                        .allowedByPermissionsBoundary(withinBoundary)
                        .build();
    }

    private @Nullable OrganizationsDecisionDetail organizationDetail() {
        return withinOrganization == null
                ? null
                : OrganizationsDecisionDetail.builder()
                        .allowedByOrganizations(withinOrganization)
                        .build();
    }
}
