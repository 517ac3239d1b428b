package io.claviger.operations.role;

import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import io.claviger.policy.document.AwsPrincipal;
import io.claviger.policy.document.AwsPrincipalForm;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.parse.TrustPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The document that says who may assume a role. It is stored with users and roles by their unique IDs and shown with their
 * ARNs. So somebody who was deleted is no longer trusted, and shows as an ID; nor is somebody who came by the name later.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class TrustDocument {

    private TrustDocument() {}

    /**
     * The document as it is stored.
     *
     * @throws Refused when it is no trust policy, names somebody who does not exist, or is too long
     */
    static String stored(Reading reading, Call call, String text, int quota) {
        return switch (TrustPolicy.parse(text, call.partition().id(), principal -> exists(reading, call, principal))) {
            case MalformedPolicy malformed ->
                throw new Refused(ErrorCode.MALFORMED_POLICY_DOCUMENT, malformed.message());
            case PolicyDocument document -> {
                if (document.size() > quota) {
                    throw Refused.quota("ACLSizePerRole", quota);
                }
                yield rewritten(text, document, arn -> idOf(reading, call, arn).orElse(arn));
            }
        };
    }

    /** A stored document as it is shown. */
    static String shown(Reading reading, Call call, String stored) {
        return PolicyParser.parse(stored, PolicyType.TRUST) instanceof PolicyDocument document
                ? rewritten(stored, document, id -> arnOf(reading, call, id).orElse(id))
                : stored;
    }

    private static boolean exists(Reading reading, Call call, AwsPrincipal principal) {
        return switch (principal) {
            case AwsPrincipal.Everybody _ -> true;
            case AwsPrincipal.AccountNumber(String account) ->
                reading.accounts().byId(account).isPresent();
            case AwsPrincipal.UserOrRole(String arn) -> idOf(reading, call, arn).isPresent();
            case AwsPrincipal.UniqueId(String id) -> arnOf(reading, call, id).isPresent();
            case AwsPrincipal.SessionNamed(String arn) -> sessionExists(reading, arn);
        };
    }

    /** A session's role must exist; a federated user's name need not. */
    private static boolean sessionExists(Reading reading, String arn) {
        String[] parts = arn.split("[:/]", -1);
        String account = parts[4];
        return parts[5].equals("assumed-role")
                ? reading.roles().named(account, parts[6]).isPresent()
                : reading.accounts().byId(account).isPresent();
    }

    private static Optional<String> idOf(Reading reading, Call call, String arn) {
        return EntityArn.parse(arn).flatMap(entity -> switch (entity.kind()) {
            case USER ->
                reading.users()
                        .named(entity.accountId(), entity.name())
                        .filter(user -> user.arn(call.partition()).equals(arn))
                        .map(User::id);
            case ROLE ->
                reading.roles()
                        .named(entity.accountId(), entity.name())
                        .filter(role -> role.arn(call.partition()).equals(arn))
                        .map(Role::id);
            case GROUP -> Optional.empty();
        });
    }

    private static Optional<String> arnOf(Reading reading, Call call, String id) {
        return reading.users()
                .byId(id)
                .map(user -> user.arn(call.partition()))
                .or(() -> reading.roles().byId(id).map(role -> role.arn(call.partition())));
    }

    /** The text with every principal under {@code AWS} in other words; everything else stays as it was written. */
    private static String rewritten(String text, PolicyDocument document, UnaryOperator<String> words) {
        List<PrincipalTerm> terms = document.statements().stream()
                .flatMap(statement ->
                        statement.principals() == null ? Stream.empty() : statement.principals().terms().stream())
                .filter(TrustDocument::isNamed)
                .sorted(Comparator.comparingInt(term -> term.at().offset()))
                .toList();
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        for (PrincipalTerm term : terms) {
            int start = term.at().offset();
            int end = text.indexOf('"', start + 1) + 1;
            result.append(text, done, start)
                    .append('"')
                    .append(words.apply(term.text()))
                    .append('"');
            done = end;
        }
        return result.append(text, done, text.length()).toString();
    }

    private static boolean isNamed(PrincipalTerm term) {
        if (term.kind() != Kind.AWS) {
            return false;
        }
        return switch (AwsPrincipalForm.parse(term.text())) {
            case AwsPrincipal.UserOrRole _, AwsPrincipal.UniqueId _ -> true;
            case AwsPrincipal.Everybody _, AwsPrincipal.AccountNumber _, AwsPrincipal.SessionNamed _ -> false;
            case null -> false;
        };
    }
}
