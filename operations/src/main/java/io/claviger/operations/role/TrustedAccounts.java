package io.claviger.operations.role;

import io.claviger.policy.document.AwsPrincipal;
import io.claviger.policy.document.AwsPrincipalForm;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.Statement;
import io.claviger.policy.parse.PolicyParser;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which accounts a trust policy names among those that it lets in. */
public final class TrustedAccounts {

    /** Where an ARN has the account's number. */
    private static final int ACCOUNT = 4;

    private TrustedAccounts() {}

    /** Their numbers; none for a text that is no trust policy. */
    public static NavigableSet<String> of(String trustPolicy) {
        NavigableSet<String> accounts = new TreeSet<>();
        if (PolicyParser.parse(trustPolicy, PolicyType.TRUST) instanceof PolicyDocument document) {
            document.statements().stream()
                    .filter(statement -> statement.effect() == Effect.ALLOW)
                    .flatMap(TrustedAccounts::named)
                    .forEach(accounts::add);
        }
        return accounts;
    }

    private static Stream<String> named(Statement statement) {
        PrincipalSelection principals = statement.principals();
        if (principals == null || principals.excluding()) {
            return Stream.empty();
        }
        return principals.terms().stream()
                .filter(term -> term.kind() == PrincipalTerm.Kind.AWS)
                .flatMap(term -> switch (AwsPrincipalForm.parse(term.text())) {
                    case AwsPrincipal.AccountNumber(String accountId) -> Stream.of(accountId);
                    case AwsPrincipal.UserOrRole(String arn) -> Stream.of(ofArn(arn));
                    case AwsPrincipal.SessionNamed(String arn) -> Stream.of(ofArn(arn));
                    case AwsPrincipal.Everybody _, AwsPrincipal.UniqueId _ -> Stream.<String>empty();
                    case null -> Stream.<String>empty();
                });
    }

    private static String ofArn(String arn) {
        return List.of(arn.split(":", -1)).get(ACCOUNT);
    }
}
