package io.claviger.operations.delegation;

import io.claviger.iam.Account;
import io.claviger.iam.DelegationRequest;
import io.claviger.iam.DelegationRequest.Accepted;
import io.claviger.iam.DelegationRequest.Finalized;
import io.claviger.iam.DelegationRequest.Identity;
import io.claviger.iam.DelegationRequest.Rejected;
import io.claviger.iam.DelegationRequest.Terms;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.store.Reading;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DelegationPermission;
import software.amazon.awssdk.services.iam.model.PolicyParameter;

/** Delegation requests in the shapes of the wire. */
final class DelegationShapes {

    private DelegationShapes() {}

    /** A request with everything that is known of it; of a token, nothing is shown. */
    static software.amazon.awssdk.services.iam.model.DelegationRequest whole(
            Reading reading, DelegationRequest request, Instant now) {
        Terms terms = request.terms();
        List<String> boundaries = boundaries(terms.policy());
        return software.amazon.awssdk.services.iam.model.DelegationRequest.builder()
                .delegationRequestId(request.id())
                .ownerAccountId(request.ownerAccountId())
                .description(terms.description())
                .requestMessage(terms.message())
                .permissions(permissions(terms))
                .permissionPolicy(terms.policy())
                .rolePermissionRestrictionArns(boundaries.isEmpty() ? null : boundaries)
                .ownerId(request.owner() == null ? null : request.owner().arn())
                .approverId(approver(request))
                .state(request.state(now).name())
                .expirationTime(seconds(request.expires()))
                .requestorId(request.accountId())
                .requestorName(nameOf(reading, request.accountId()))
                .createDate(seconds(request.created()))
                .sessionDuration(Math.toIntExact(terms.session().toSeconds()))
                .redirectUrl(terms.redirectUrl())
                .notes(request.notes())
                .rejectionReason(request.progress() instanceof Rejected rejected ? rejected.reason() : null)
                .onlySendByOwner(terms.onlySentByOwner())
                .updatedTime(seconds(request.progress().since()))
                .build();
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static DelegationPermission permissions(Terms terms) {
        return DelegationPermission.builder()
                .policyTemplateArn(terms.templateArn())
                .parameters(
                        terms.parameters().isEmpty()
                                ? null
                                : terms.parameters().stream()
                                        .map(parameter -> PolicyParameter.builder()
                                                .name(parameter.name())
                                                .values(parameter.values())
                                                .type(parameter.type())
                                                .build())
                                        .toList())
                .build();
    }

    private static List<String> boundaries(String policy) {
        return PolicyParser.parse(policy, PolicyType.SESSION) instanceof PolicyDocument document
                ? RequestedPermissions.boundariesOfNewRoles(document)
                : List.of();
    }

    private static @Nullable String approver(DelegationRequest request) {
        Identity approver = switch (request.progress()) {
            case Accepted accepted -> accepted.approver();
            case Finalized sent -> sent.approver();
            default -> null;
        };
        return approver == null ? null : approver.arn();
    }

    /** What an account is called: its name in the organization, or its alias; null if it has neither. */
    static @Nullable String nameOf(Reading reading, String accountId) {
        return reading.organizations()
                .member(accountId)
                .map(MemberAccount::name)
                .or(() -> reading.accounts().byId(accountId).map(Account::alias))
                .orElse(null);
    }
}
