package io.claviger.operations.request;

import io.claviger.iam.Partition;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a SAML provider, taken apart. Whether there is such a provider is another question.
 *
 * @param text the whole ARN
 * @param accountId the number of the account
 * @param name the provider's name
 */
public record SamlProviderArn(String text, String accountId, String name) {

    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]*+:iam::(?<account>[0-9]{12}):saml-provider/(?<name>[\\w._-]++)");

    /** The provider that the text names, if it names one. */
    public static Optional<SamlProviderArn> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new SamlProviderArn(text, form.group("account"), form.group("name")))
                : Optional.empty();
    }

    /**
     * The provider that the text names.
     *
     * @throws Refused when it has not the form of a provider's ARN in the partition that is called
     */
    public static SamlProviderArn required(Call call, String text) {
        String _ = RequestedArn.required(call, text);
        return parse(text).orElseThrow(() -> RequestedArn.ofAnotherKind(text));
    }

    /** The provider itself, if it exists. */
    public Optional<SamlProvider> find(Reading reading, Partition partition) {
        return reading.samlProviders()
                .named(accountId, name)
                .filter(provider -> provider.arn(partition).equals(text));
    }
}
