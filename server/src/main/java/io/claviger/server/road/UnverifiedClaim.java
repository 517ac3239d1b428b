package io.claviger.server.road;

import io.claviger.server.arrival.SentHeader;
import io.claviger.sigv4.HttpRequest;
import io.claviger.wire.Parameters;
import io.claviger.wire.ParsedParameters;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request claims to be that nobody is known to have signed, for the audit trail to show as a claim. Any of it may
 * be made up.
 *
 * @param service as the scope of its signature says; without one, as its action and version do
 * @param action as it stands in the request; {@link #UNKNOWN} when it cannot be read
 * @param region of the signature's scope; empty when it has none that can be read
 */
record UnverifiedClaim(Service service, String action, String region) {

    /** The action of a request that names none. */
    static final String UNKNOWN = "Unknown";

    /** Of a credential, in the header or encoded in the query: key, date, region, service. Possessive throughout. */
    private static final Pattern SCOPE = Pattern.compile(
            "Credential=[^/%,\\s]*+(?:/|%2[Ff])[0-9]{8}(?:/|%2[Ff])([a-z0-9-]{1,64}+)(?:/|%2[Ff])(\\w++)");

    static UnverifiedClaim of(HttpRequest request) {
        Optional<Parameters> parameters = parameters(request);
        String action = parameters.map(Parameters::action).orElse(UNKNOWN);
        Matcher scope = SCOPE.matcher(
                Optional.ofNullable(SentHeader.value(request, "Authorization")).orElseGet(request::query));
        if (scope.find()) {
            Service service = scope.group(2).equals(Service.STS.signingName()) ? Service.STS : Service.IAM;
            return new UnverifiedClaim(service, action, scope.group(1));
        }
        boolean isSts = ServiceModel.of(Service.STS).operation(action) != null
                || parameters
                        .map(Parameters::version)
                        .filter(Service.STS.version()::equals)
                        .isPresent();
        return new UnverifiedClaim(isSts ? Service.STS : Service.IAM, action, "");
    }

    private static Optional<Parameters> parameters(HttpRequest request) {
        return switch (ParsedParameters.of(request.query(), request.body())) {
            case ParsedParameters.Accepted accepted -> Optional.of(accepted.parameters());
            case ParsedParameters.Rejected _ -> Optional.empty();
        };
    }
}
