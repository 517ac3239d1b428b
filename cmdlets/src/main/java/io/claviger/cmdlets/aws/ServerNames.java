package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.SessionValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Names from the server that the Tab key offers: as many as it hands out in 1.5 seconds. They are kept for ten seconds.
 * Used by one thread.
 */
final class ServerNames implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int PAGE = 1000;
    private static final int MOST = 100_000;
    private static final int KEPT = 64;

    private record Question(String parameter, String of, Connection connection) {}

    private record Known(Instant since, List<String> names) {}

    private final Map<Question, Known> known = new HashMap<>();

    /** The completion of a parameter whose values the server knows; empty if a new name is wanted. */
    static Optional<Completion> completion(ServiceOperation operation, ServiceOperation.Input input) {
        boolean isNew = operation.name().equals("Create" + input.member().replace("Name", ""));
        return operation.service() == AwsService.IAM && isListed(input.name()) && !isNew
                ? Optional.of((bound, session) -> names(input.name(), bound, session))
                : Optional.empty();
    }

    private static boolean isListed(String parameter) {
        return switch (parameter) {
            case "UserName",
                    "RoleName",
                    "GroupName",
                    "PolicyArn",
                    "PermissionsBoundary",
                    "InstanceProfileName",
                    "AccessKeyId",
                    "PolicyName" -> true;
            default -> false;
        };
    }

    // The Tab key shows no errors.
    private static List<String> names(String parameter, Arguments bound, SessionValues session) {
        try {
            Connection connection = Connection.unasked(bound, session, AwsService.IAM.name());
            String of = List.of("UserName", "RoleName", "GroupName").stream()
                    .filter(name -> !name.equals(parameter))
                    .flatMap(name -> bound.text(name).map(value -> name + " " + value).stream())
                    .findFirst()
                    .orElse("");
            return session.part(ServerNames.class, ServerNames::new)
                    .of(new Question(parameter, of, connection), session);
        } catch (RuntimeException _) {
            return List.of();
        }
    }

    private List<String> of(Question question, SessionValues session) {
        Instant now = session.clock().instant();
        Known kept = known.get(question);
        if (kept != null && Duration.between(kept.since(), now).compareTo(FRESH) < 0) {
            return kept.names();
        }
        if (known.size() >= KEPT) {
            known.clear();
        }
        Clients clients = session.part(Clients.class, Clients::new);
        List<String> names = clients.of(AwsService.IAM, question.connection(), session) instanceof IamClient iam
                ? new Asking(iam, question, session.clock(), now.plus(PATIENCE)).names()
                : List.of();
        known.put(question, new Known(now, names));
        return names;
    }

    /** One question to the server, which is asked page by page until the time is up. */
    private record Asking(IamClient iam, Question question, Clock clock, Instant end) {

        List<String> names() {
            return switch (question.parameter()) {
                case "UserName" ->
                    all(
                            iam.listUsersPaginator(ask -> ask.maxItems(PAGE).overrideConfiguration(this::soon)),
                            page -> named(page.users(), User::userName));
                case "RoleName" ->
                    all(
                            iam.listRolesPaginator(ask -> ask.maxItems(PAGE).overrideConfiguration(this::soon)),
                            page -> named(page.roles(), Role::roleName));
                case "GroupName" ->
                    all(
                            iam.listGroupsPaginator(ask -> ask.maxItems(PAGE).overrideConfiguration(this::soon)),
                            page -> named(page.groups(), Group::groupName));
                case "PolicyArn", "PermissionsBoundary" ->
                    all(
                            iam.listPoliciesPaginator(ask -> ask.scope(PolicyScopeType.LOCAL)
                                    .maxItems(PAGE)
                                    .overrideConfiguration(this::soon)),
                            page -> named(page.policies(), Policy::arn));
                case "InstanceProfileName" ->
                    all(
                            iam.listInstanceProfilesPaginator(
                                    ask -> ask.maxItems(PAGE).overrideConfiguration(this::soon)),
                            page -> named(page.instanceProfiles(), InstanceProfile::instanceProfileName));
                case "AccessKeyId" ->
                    all(
                            iam.listAccessKeysPaginator(
                                    ask -> ask.userName(of("UserName")).overrideConfiguration(this::soon)),
                            page -> named(page.accessKeyMetadata(), AccessKeyMetadata::accessKeyId));
                default -> inlinePolicies();
            };
        }

        private List<String> inlinePolicies() {
            if (of("UserName") != null) {
                return all(
                        iam.listUserPoliciesPaginator(
                                ask -> ask.userName(of("UserName")).overrideConfiguration(this::soon)),
                        ListUserPoliciesResponse::policyNames);
            }
            if (of("RoleName") != null) {
                return all(
                        iam.listRolePoliciesPaginator(
                                ask -> ask.roleName(of("RoleName")).overrideConfiguration(this::soon)),
                        ListRolePoliciesResponse::policyNames);
            }
            return of("GroupName") != null
                    ? all(
                            iam.listGroupPoliciesPaginator(
                                    ask -> ask.groupName(of("GroupName")).overrideConfiguration(this::soon)),
                            ListGroupPoliciesResponse::policyNames)
                    : List.of();
        }

        private void soon(AwsRequestOverrideConfiguration.Builder call) {
            call.apiCallTimeout(PATIENCE);
        }

        /** The names of all pages that come in time; an error behind the first page ends them. */
        private <T> List<String> all(Iterable<T> pages, Function<T, List<String>> of) {
            List<String> names = new ArrayList<>();
            try {
                for (T page : pages) {
                    names.addAll(of.apply(page));
                    if (names.size() >= MOST || clock.instant().isAfter(end)) {
                        return names;
                    }
                }
            } catch (SdkException error) {
                if (names.isEmpty()) {
                    throw error;
                }
            }
            return names;
        }

        private static <T> List<String> named(List<T> items, Function<T, String> name) {
            return items.stream().map(name).toList();
        }

        /** Whose names are wanted, if it is one of this kind. */
        private @Nullable String of(String kind) {
            String prefix = kind + " ";
            return question.of().startsWith(prefix) ? question.of().substring(prefix.length()) : null;
        }
    }

    /** Forgets everything. */
    @Override
    public void close() {
        known.clear();
    }
}
