package io.claviger.operations.federation;

import io.claviger.access.Resource;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.SamlProviderArn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A SAML provider, by the ARN that a request gives. */
final class NamedSamlProvider {

    private NamedSamlProvider() {}

    /**
     * The provider of this ARN in the account acted in.
     *
     * @throws Refused when there is none
     */
    static SamlProvider in(Reading reading, Call call, String arn) {
        return SamlProviderArn.parse(arn)
                .filter(parsed -> parsed.accountId().equals(call.accountId()))
                .flatMap(parsed -> parsed.find(reading, call.partition()))
                .orElseThrow(() -> Refused.noSuchEntity("Manifest not found for arn " + arn));
    }

    /**
     * Finds the provider that requests name; one that does not exist is judged by its ARN.
     *
     * @return it refuses what is no provider's ARN
     */
    static <Q> Finder<Q> target(Function<Q, String> arn) {
        return (view, call, request) -> {
            SamlProviderArn named = SamlProviderArn.required(call, arn.apply(request));
            return view.ask(reading -> named.find(reading, call.partition()))
                    .map(provider -> target(named, provider))
                    .orElseGet(() -> new Target(
                            new Resource(named.text(), named.accountId(), List.of(), Map.of()), named.text()));
        };
    }

    private static Target target(SamlProviderArn arn, SamlProvider provider) {
        return new Target(new Resource(arn.text(), arn.accountId(), provider.tags(), Map.of()), arn.text());
    }
}
