package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.SessionValues;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Names from the server that the Tab key offers: the first thousand. The server has 1.5 seconds to answer; the answer
 * is kept for ten seconds. Used by one thread.
 */
final class ServerNames implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 1000;
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
                ? ask(iam, question)
                : List.of();
        known.put(question, new Known(now, names));
        return names;
    }

    private static List<String> ask(IamClient iam, Question question) {
        Consumer<AwsRequestOverrideConfiguration.Builder> soon = call -> call.apiCallTimeout(PATIENCE);
        return switch (question.parameter()) {
            case "UserName" ->
                iam.listUsers(ask -> ask.maxItems(MOST).overrideConfiguration(soon)).users().stream()
                        .map(User::userName)
                        .toList();
            case "RoleName" ->
                iam.listRoles(ask -> ask.maxItems(MOST).overrideConfiguration(soon)).roles().stream()
                        .map(Role::roleName)
                        .toList();
            case "GroupName" ->
                iam.listGroups(ask -> ask.maxItems(MOST).overrideConfiguration(soon)).groups().stream()
                        .map(Group::groupName)
                        .toList();
            case "PolicyArn", "PermissionsBoundary" ->
                iam
                        .listPolicies(ask ->
                                ask.scope(PolicyScopeType.LOCAL).maxItems(MOST).overrideConfiguration(soon))
                        .policies()
                        .stream()
                        .map(Policy::arn)
                        .toList();
            case "InstanceProfileName" ->
                iam
                        .listInstanceProfiles(ask -> ask.maxItems(MOST).overrideConfiguration(soon))
                        .instanceProfiles()
                        .stream()
                        .map(InstanceProfile::instanceProfileName)
                        .toList();
            case "AccessKeyId" ->
                iam
                        .listAccessKeys(
                                ask -> ask.userName(named(question, "UserName")).overrideConfiguration(soon))
                        .accessKeyMetadata()
                        .stream()
                        .map(AccessKeyMetadata::accessKeyId)
                        .toList();
            default -> inlinePolicies(iam, question, soon);
        };
    }

    private static List<String> inlinePolicies(
            IamClient iam, Question question, Consumer<AwsRequestOverrideConfiguration.Builder> soon) {
        if (question.of().startsWith("UserName ")) {
            return iam.listUserPolicies(
                            ask -> ask.userName(named(question, "UserName")).overrideConfiguration(soon))
                    .policyNames();
        }
        if (question.of().startsWith("RoleName ")) {
            return iam.listRolePolicies(
                            ask -> ask.roleName(named(question, "RoleName")).overrideConfiguration(soon))
                    .policyNames();
        }
        return question.of().startsWith("GroupName ")
                ? iam.listGroupPolicies(ask ->
                                ask.groupName(named(question, "GroupName")).overrideConfiguration(soon))
                        .policyNames()
                : List.of();
    }

    private static @Nullable String named(Question question, String kind) {
        String prefix = kind + " ";
        return question.of().startsWith(prefix) ? question.of().substring(prefix.length()) : null;
    }

    /** Forgets everything. */
    @Override
    public void close() {
        known.clear();
    }
}
