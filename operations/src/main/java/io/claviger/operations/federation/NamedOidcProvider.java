package io.claviger.operations.federation;

import io.claviger.access.Resource;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.RequestedArn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OIDC provider, by the ARN that a request gives. */
final class NamedOidcProvider {

    /** Possessive throughout: the text comes from a request, and no part of it is worth a second look. */
    private static final Pattern OWNER_AND_URL = Pattern.compile("(?<account>[0-9]{12}):oidc-provider/(?<url>[!-~]++)");

    private NamedOidcProvider() {}

    /**
     * The provider of this ARN in the account acted in.
     *
     * @throws Refused when there is none
     */
    static OidcProvider in(Reading reading, Call call, String arn) {
        return find(reading, call, arn)
                .orElseThrow(() -> Refused.noSuchEntity("OpenIDConnect Provider not found for arn " + arn));
    }

    /** The provider of this ARN, if the account acted in has it. */
    static Optional<OidcProvider> find(Reading reading, Call call, String arn) {
        return reading.oidcProviders()
                .of(call.accountId(), parsed(call, arn).group("url"))
                .filter(provider -> provider.arn(call.partition()).equals(arn));
    }

    /**
     * Finds the provider that requests name; one that does not exist is judged by its ARN.
     *
     * @return it refuses what is no provider's ARN
     */
    static <Q> Finder<Q> target(Function<Q, String> arn) {
        return (view, call, request) -> target(view, call, arn.apply(request));
    }

    private static Target target(EntityView view, Call call, String arn) {
        String owner = parsed(call, arn).group("account");
        return view.ask(reading -> find(reading, call, arn))
                .map(provider -> new Target(new Resource(arn, owner, provider.tags(), Map.of()), arn))
                .orElseGet(() -> new Target(new Resource(arn, owner, List.of(), Map.of()), arn));
    }

    private static Matcher parsed(Call call, String arn) {
        Matcher parts = OWNER_AND_URL.matcher(RequestedArn.required(call, arn));
        if (!parts.matches()) {
            throw RequestedArn.ofAnotherKind(arn);
        }
        return parts;
    }
}
