package io.claviger.operations.issuer;

import io.claviger.federation.issuer.SigningAlgorithm;
import io.claviger.iam.TokenIssuer;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationResponse;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationResponse;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoRequest;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoResponse;

/**
 * Whether an account issues tokens, and under which URL.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html">Federating AWS
 *     identities to external services</a>
 */
public final class OutboundFederation {

    private final UniqueIds uniqueIds;
    private final IssuerUrls urls;
    private final IssuerKeys keys;

    /** Issuers under such URLs, with such IDs and keys. */
    public OutboundFederation(UniqueIds uniqueIds, IssuerUrls urls, IssuerKeys keys) {
        this.uniqueIds = uniqueIds;
        this.urls = urls;
        this.keys = keys;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:EnableOutboundWebIdentityFederation",
                        EnableOutboundWebIdentityFederationRequest.class,
                        Finder.anything(),
                        this::enable),
                Operation.on(
                        "iam:DisableOutboundWebIdentityFederation",
                        DisableOutboundWebIdentityFederationRequest.class,
                        Finder.anything(),
                        OutboundFederation::disable),
                Operation.on(
                        "iam:GetOutboundWebIdentityFederationInfo",
                        GetOutboundWebIdentityFederationInfoRequest.class,
                        Finder.anything(),
                        this::get));
    }

    /** The account's issuer if it is one now. */
    static Optional<TokenIssuer> enabled(Reading reading, String accountId) {
        return reading.issuers().ofAccount(accountId).filter(TokenIssuer::enabled);
    }

    /** Makes the keys too, since some services ask for them when they are shown the issuer. */
    private EnableOutboundWebIdentityFederationResponse enable(
            Execution<EnableOutboundWebIdentityFederationRequest> execution) {
        Call call = execution.call();
        TokenIssuer issuer = execution.write(writing -> {
            Optional<TokenIssuer> before = writing.issuers().ofAccount(call.accountId());
            if (before.filter(TokenIssuer::enabled).isPresent()) {
                throw new Refused(
                        ErrorCode.FEATURE_ENABLED,
                        "Outbound identity federation is already enabled for account " + call.accountId());
            }
            TokenIssuer enabled = before.map(known -> known.enabled(true))
                    .orElseGet(() -> new TokenIssuer(
                            call.accountId(),
                            uniqueIds.uuid(),
                            true,
                            call.time().truncatedTo(ChronoUnit.SECONDS)));
            before.ifPresentOrElse(_ -> writing.update(enabled), () -> writing.insert(enabled));
            return enabled;
        });
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            keys.signing(execution, call.accountId(), algorithm, call.time());
        }
        return EnableOutboundWebIdentityFederationResponse.builder()
                .issuerIdentifier(urls.of(issuer))
                .build();
    }

    private static DisableOutboundWebIdentityFederationResponse disable(
            Execution<DisableOutboundWebIdentityFederationRequest> execution) {
        return execution.write(writing -> {
            String accountId = execution.call().accountId();
            writing.update(enabled(writing, accountId)
                    .orElseThrow(() -> disabled(accountId))
                    .enabled(false));
            return DisableOutboundWebIdentityFederationResponse.builder().build();
        });
    }

    private GetOutboundWebIdentityFederationInfoResponse get(
            Execution<GetOutboundWebIdentityFederationInfoRequest> execution) {
        String accountId = execution.call().accountId();
        TokenIssuer issuer =
                execution.read(reading -> enabled(reading, accountId)).orElseThrow(() -> disabled(accountId));
        return GetOutboundWebIdentityFederationInfoResponse.builder()
                .issuerIdentifier(urls.of(issuer))
                .jwtVendingEnabled(true)
                .build();
    }

    private static Refused disabled(String accountId) {
        return new Refused(
                ErrorCode.FEATURE_DISABLED, "Outbound identity federation is disabled for account " + accountId);
    }
}
