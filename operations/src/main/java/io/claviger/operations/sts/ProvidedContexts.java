package io.claviger.operations.sts;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.policy.request.ContextValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.ProvidedContext;

/**
 * What a provider of contexts, such as IAM Identity Center, says of the person behind a session. Its assertions are signed
 * and encrypted by AWS's own STS, so no other server can read them: a request that brings one needs the right to do so, and
 * is then refused. It never becomes a session without the context.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html">ProvidedContext</a>
 */
record ProvidedContexts(List<ProvidedContext> contexts) {

    private static final String PROVIDERS = ":iam::aws:contextProvider/";

    /** What policies are asked about it: who vouches for the contexts. */
    Map<String, ContextValue> keys() {
        List<String> providers = contexts.stream()
                .map(ProvidedContext::providerArn)
                .filter(Objects::nonNull)
                .toList();
        return providers.isEmpty()
                ? Map.of()
                : Map.of("sts:requestcontextproviders", new ContextValue.Texts(providers));
    }

    /** What has to be allowed besides, for a session of the role. */
    Optional<Check> check(Target role) {
        return contexts.isEmpty() ? Optional.empty() : Optional.of(new Check("sts:SetContext", role));
    }

    /**
     * Lets a request without contexts pass.
     *
     * @throws Refused if there is any
     */
    void refuse(Call call) {
        for (ProvidedContext context : contexts) {
            String provider = context.providerArn();
            if (provider == null
                    || !provider.startsWith("arn:" + call.partition().id() + PROVIDERS)) {
                throw Refused.validation("The context provider " + provider + " is invalid.");
            }
        }
        if (!contexts.isEmpty()) {
            throw new Refused(ErrorCode.EXPIRED_TOKEN, "The provided context assertion is expired or is not valid.");
        }
    }
}
