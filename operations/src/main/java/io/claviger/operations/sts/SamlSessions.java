package io.claviger.operations.sts;

import io.claviger.access.Credential.Origin;
import io.claviger.access.SessionDetails;
import io.claviger.iam.RedeemedAssertion;
import io.claviger.iam.Role;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Writing;
import io.claviger.operations.claims.SamlClaims;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.request.SamlProviderArn;
import io.claviger.operations.sts.SamlIdentities.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * AssumeRoleWithSAML: sessions of roles for those whom a SAML provider vouches for. A response is good once for each role
 * that it names: which ones were exchanged stands in the store until they end, and so for all servers on one store.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html">AssumeRoleWithSAML</a>
 */
final class SamlSessions {

    private final Sessions sessions;
    private final SamlIdentities identities;

    SamlSessions(Sessions sessions, SamlKeyRing keys) {
        this.sessions = sessions;
        this.identities = new SamlIdentities(keys);
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(Operation.proven(
                "sts:AssumeRoleWithSAML",
                AssumeRoleWithSamlRequest.class,
                identities::caller,
                SamlSessions::checks,
                this::assume));
    }

    private static List<Check> checks(EntityView view, Call call, AssumeRoleWithSamlRequest request) {
        if (view.ask(reading -> provider(reading, call, request)).isEmpty()) {
            throw SamlIdentities.noSuchProvider();
        }
        EntityArn arn = SamlIdentities.roleArn(request);
        return ProvenCaller.of(call)
                .checks(
                        "sts:AssumeRoleWithSAML",
                        RoleSessions.trusting(arn, RoleSessions.find(view, call, arn), Map.of()));
    }

    private static Optional<SamlProvider> provider(Reading reading, Call call, AssumeRoleWithSamlRequest request) {
        return SamlProviderArn.parse(request.principalArn()).flatMap(arn -> arn.find(reading, call.partition()));
    }

    /** The response is verified once more, for what the session is to be like; the caller holds only who asks. */
    private AssumeRoleWithSamlResponse assume(Execution<AssumeRoleWithSamlRequest> execution) {
        Call call = execution.call();
        AssumeRoleWithSamlRequest request = execution.request();
        Identity identity = execution
                .read(reading -> identities.known(reading, call.partition(), request))
                .verified(request, call.time());
        return execution.write(writing -> {
            if (!provider(writing, call, request).equals(Optional.of(identity.provider()))) {
                throw SamlIdentities.noSuchProvider();
            }
            Role role = RoleSessions.find(new EntityView.Within(writing), call, SamlIdentities.roleArn(request))
                    .orElseThrow(() -> new IllegalStateException("admitted to a role that is not there"));
            AssumeRoleWithSamlResponse response =
                    response(new EntityView.Within(writing), call, request, identity, role);
            redeem(writing, call, identity, role);
            return response;
        });
    }

    /** Takes the assertion for this role, which nobody can after this. */
    private static void redeem(Writing writing, Call call, Identity identity, Role role) {
        String providerId = identity.provider().id();
        String assertionId = identity.assertion().id();
        if (writing.samlProviders().hasRedeemed(providerId, assertionId, role.id())) {
            throw new Refused(
                    ErrorCode.INVALID_IDENTITY_TOKEN, "SAML Assertion has already been redeemed for this role");
        }
        writing.insert(new RedeemedAssertion(
                role.accountId(),
                providerId,
                assertionId,
                role.id(),
                call.time(),
                identity.assertion().until()));
    }

    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    private AssumeRoleWithSamlResponse response(
            EntityView view, Call call, AssumeRoleWithSamlRequest request, Identity identity, Role role) {
        ProvenCaller caller = ProvenCaller.of(call);
        SessionRequest asked = caller.asked(request.policy(), request.policyArns());
        SessionDetails details =
                caller.details(view, call, role, identity.attributes().sessionName(), asked);
        int percent = SessionRequest.packedPercent(details);
        Credentials credentials = sessions.issue(
                role.accountId(),
                role.id(),
                Origin.ASSUMED_ROLE,
                call.time(),
                duration(call.time(), identity, RoleSessions.duration(role, false, request.durationSeconds())),
                details,
                request.minimumSessionTokenSize());
        return AssumeRoleWithSamlResponse.builder()
                .credentials(credentials)
                .assumedRoleUser(RoleSessions.user(call, role, details))
                .packedPolicySize(asked.isPacked() ? percent : null)
                .sessionTokenSize(Sessions.size(credentials))
                .sessionTokenUtilization(Sessions.utilization(credentials))
                .subject(identity.assertion().subject())
                .subjectType(identity.assertion().subjectType())
                .issuer(identity.assertion().issuer())
                .audience(identity.assertion().recipient())
                .nameQualifier(SamlClaims.nameQualifier(identity.assertion().issuer(), identity.provider()))
                .sourceIdentity(details.sourceIdentity())
                .build();
    }

    /** The provider can shorten a session, by an attribute or by the end of its own, and never lengthens one. */
    private static Duration duration(Instant now, Identity identity, Duration asked) {
        Duration shortest = shorter(asked, identity.attributes().duration());
        Instant end = identity.assertion().sessionEnd();
        return shorter(shortest, end == null ? null : Duration.between(now, end));
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other != null && other.compareTo(one) < 0 ? other : one;
    }
}
