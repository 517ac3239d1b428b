package io.claviger.operations.account;

import io.claviger.access.Credential;
import io.claviger.iam.AccountProperty;
import io.claviger.iam.KeyLimit;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Refused;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.PutAccountPropertiesRequest;

/** How many days after they were made an account's access keys end by themselves. A property that AWS does not have. */
final class KeyAgeRule {

    static final String NAMESPACE = KeyLimit.PROPERTY.substring(0, KeyLimit.PROPERTY.indexOf('/'));

    /** The value for no rule. */
    private static final String NONE = "0";

    private KeyAgeRule() {}

    /** The number of days; empty if there is no rule. */
    static Optional<String> of(Reading reading, Call call) {
        return reading.accounts()
                .property(call.accountId(), KeyLimit.PROPERTY)
                .map(AccountProperty::value)
                .filter(value -> !value.equals(NONE));
    }

    /**
     * Sets the rule.
     *
     * @throws Refused when the properties are others than the rule, when it is no number of days, or when the key that
     *     signed the request would end by it at once
     */
    static void put(Execution<PutAccountPropertiesRequest> execution, Map<String, String> properties) {
        Call call = execution.call();
        String value = properties.get(KeyLimit.PROPERTY);
        if (value == null || properties.size() > 1) {
            throw Refused.invalidInput(NAMESPACE + " namespace has the property MaxAgeDays and no other");
        }
        Optional<KeyLimit.Days> days = KeyLimit.days(value);
        if (days.isEmpty() && !value.equals(NONE)) {
            throw Refused.invalidInput(
                    "MaxAgeDays must be a number of days from 1 to " + KeyLimit.MOST_DAYS + ", or 0 for no limit");
        }
        execution.write(writing -> {
            days.filter(limit -> endsCallersKey(writing, call, limit)).ifPresent(_ -> {
                throw Refused.invalidInput("The access key that signed this request is older than that, and would end"
                        + " at once. Replace it first.");
            });
            StoredProperty.set(writing, new AccountProperty(call.accountId(), KeyLimit.PROPERTY, value));
            return value;
        });
    }

    private static boolean endsCallersKey(Reading reading, Call call, KeyLimit limit) {
        return call.caller().credential() instanceof Credential.LongTerm key
                && reading.keys()
                        .byId(key.accessKeyId())
                        .filter(found -> !call.time().isBefore(limit.end(found.createDate())))
                        .isPresent();
    }
}
