package io.claviger.operations.sts;

import io.claviger.access.Credential;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionDetails.Policies;
import io.claviger.iam.Arns;
import io.claviger.iam.Organization;
import io.claviger.iam.Organization.Feature;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * AssumeRoot: sessions of members' root users, for the management account, each for one of the tasks that AWS has policies
 * for.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html">AssumeRoot</a>
 */
final class RootSessions {

    private static final Set<String> TASKS = Set.of(
            "IAMAuditRootUserCredentials",
            "IAMCreateRootUserPassword",
            "IAMDeleteRootUserCredentials",
            "S3UnlockBucketPolicy",
            "SQSUnlockQueuePolicy");
    private static final String PATH = "root-task/";
    private static final int LONGEST = 900;
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:arn:(?<partition>aws[a-z-]*+):iam::)?+(?<account>[0-9]{12})(?<root>:root)?+");

    private final Sessions sessions;

    RootSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing("sts:AssumeRoot", AssumeRootRequest.class, RootSessions::checks, this::assume));
    }

    private static List<Check> checks(EntityView view, Call call, AssumeRootRequest request) {
        if (call.caller().principal() instanceof RootUser) {
            throw new Refused(ErrorCode.ACCESS_DENIED, "Root users may not be assumed by root accounts.");
        }
        // Who may act in the members' name is the management account's to say, so its own policies alone are asked.
        return List.of(new Check(
                "sts:AssumeRoot",
                Target.arn(Arns.root(call.partition(), memberId(call, request)), call)
                        .with("sts:taskpolicyarn", taskPolicy(request))));
    }

    /** The target's account: given by its number, or by its root user's ARN. */
    private static String memberId(Call call, AssumeRootRequest request) {
        String target = request.targetPrincipal();
        Matcher form = ACCOUNT.matcher(target);
        if (!form.matches() || (form.group("partition") == null) != (form.group("root") == null)) {
            throw Refused.validation(target + " is invalid");
        }
        String accountId = form.group("account");
        if (form.group("partition") != null && !target.equals(Arns.root(call.partition(), accountId))) {
            throw Refused.validation(target + " is invalid");
        }
        return accountId;
    }

    private static String taskPolicy(AssumeRootRequest request) {
        String arn = request.taskPolicyArn().arn();
        return arn == null ? "" : arn;
    }

    private AssumeRootResponse assume(Execution<AssumeRootRequest> execution) {
        Call call = execution.call();
        AssumeRootRequest request = execution.request();
        String task = taskPolicy(request);
        String path = call.partition().awsManagedPolicies() + PATH;
        if (!task.startsWith(path) || !TASKS.contains(task.substring(path.length()))) {
            throw Refused.validation("The task policy " + task + " is not one of those for privileged tasks.");
        }
        return execution.read(reading -> {
            String memberId = memberId(call, request);
            requireManaged(reading, call, memberId);
            String sourceIdentity = sourceIdentity(call.caller().credential());
            Credentials credentials = sessions.issue(
                    memberId,
                    memberId,
                    Origin.ASSUMED_ROOT,
                    call.time(),
                    Duration.ofSeconds(request.durationSeconds() == null ? LONGEST : request.durationSeconds()),
                    new SessionDetails(
                                    "", new Policies(null, List.of(task)), List.of(), List.of(), sourceIdentity, null)
                            .madeBy(Makers.of(call.caller())),
                    request.minimumSessionTokenSize());
            return AssumeRootResponse.builder()
                    .credentials(credentials)
                    .sourceIdentity(sourceIdentity)
                    .sessionTokenSize(Sessions.size(credentials))
                    .sessionTokenUtilization(Sessions.utilization(credentials))
                    .build();
        });
    }

    private static void requireManaged(Reading reading, Call call, String memberId) {
        boolean managed = reading.organizations()
                        .only()
                        .filter(organization -> isManagedBy(organization, call))
                        .isPresent()
                && reading.organizations().member(memberId).isPresent();
        if (!managed) {
            throw new Refused(
                    ErrorCode.ACCESS_DENIED,
                    "User: " + call.caller().principal().arn()
                            + " is not authorized to perform: sts:AssumeRoot on resource: "
                            + Arns.root(call.partition(), memberId));
        }
    }

    private static boolean isManagedBy(Organization organization, Call call) {
        return organization.accountId().equals(call.accountId())
                && organization.features().contains(Feature.ROOT_SESSIONS);
    }

    private static @Nullable String sourceIdentity(Credential caller) {
        return switch (caller) {
            case Credential.LongTerm _, Credential.Proof _ -> null;
            case Credential.Temporary session -> session.details().sourceIdentity();
        };
    }
}
