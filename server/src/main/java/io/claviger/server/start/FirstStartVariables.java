package io.claviger.server.start;

import io.claviger.access.password.Passwords;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.FirstStart;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from the environment what the operator brings along for the first start. */
public final class FirstStartVariables {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private FirstStartVariables() {}

    /**
     * What the variables say.
     *
     * @throws UnusableSetting when one of them cannot be used; a secret is not repeated
     */
    public static FirstStart.Given read(Surroundings system) {
        return new FirstStart.Given(
                accountId(system), administratorKey(system), rootPassword(system), rootEmail(system));
    }

    private static Optional<String> accountId(Surroundings system) {
        return system.variable(Variables.ACCOUNT_ID).map(id -> {
            if (!ACCOUNT.matcher(id).matches()) {
                throw new UnusableSetting(Variables.ACCOUNT_ID + " must be 12 digits, such as 123456789012");
            }
            return id;
        });
    }

    private static Optional<GivenKey> administratorKey(Surroundings system) {
        Optional<String> id = system.variable(Variables.ACCESS_KEY_ID);
        Optional<String> secret = system.secret(Variables.SECRET_ACCESS_KEY);
        if (id.isPresent() != secret.isPresent()) {
            String missing = id.isPresent() ? Variables.SECRET_ACCESS_KEY : Variables.ACCESS_KEY_ID;
            throw new UnusableSetting(missing + " is missing: " + Variables.ACCESS_KEY_ID + " and "
                    + Variables.SECRET_ACCESS_KEY + " go together");
        }
        id.flatMap(GivenKey::complaintOfId).ifPresent(complaint -> {
            throw new UnusableSetting(Variables.ACCESS_KEY_ID + " " + complaint);
        });
        secret.flatMap(GivenKey::complaintOfSecret).ifPresent(complaint -> {
            throw new UnusableSetting(system.secretVariable(Variables.SECRET_ACCESS_KEY) + " " + complaint);
        });
        return id.flatMap(keyId -> secret.map(value -> new GivenKey(keyId, value)));
    }

    private static Optional<String> rootEmail(Surroundings system) {
        return system.variable(Variables.ROOT_EMAIL).map(email -> {
            EmailAddress.complaint(email).ifPresent(complaint -> {
                throw new UnusableSetting(Variables.ROOT_EMAIL + " must " + complaint);
            });
            return email;
        });
    }

    private static Optional<String> rootPassword(Surroundings system) {
        Optional<String> password = system.secret(Variables.ROOT_PASSWORD);
        password.flatMap(Passwords::complaint).ifPresent(complaint -> {
            throw new UnusableSetting(system.secretVariable(Variables.ROOT_PASSWORD) + ": " + complaint);
        });
        return password;
    }
}
