package io.claviger.operations.delegation;

import io.claviger.access.Authorizer;
import io.claviger.iam.DelegationRequest;
import io.claviger.iam.DelegationRequest.Terms;
import io.claviger.iam.DelegationRequest.Unassigned;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Writing;
import io.claviger.operations.delegation.NamedDelegation.Granted;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.issuer.IssuerUrls;
import io.claviger.operations.request.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsRequest;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsResponse;
import software.amazon.awssdk.services.iam.model.PermissionCheckStatusType;

/**
 * Delegation requests: make, look at, list.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html">IAM temporary
 *     delegation</a>
 */
public final class DelegationRequests {

    /** How many requests of an account may be under way. */
    static final int MOST_UNDER_WAY = 100;

    /** How long a request is kept after its last step. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final int FORGOTTEN_AT_ONCE = 100;

    private static final String DURATION = "iam:delegationduration";
    private static final String CHANNEL = "iam:notificationchannel";
    private static final String TEMPLATE = "iam:templatearn";

    /** Where the console shows a request. */
    private static final String CONSOLE = "/console/#/delegation-requests/";

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]++:(?<account>[0-9]{12}):[A-Za-z0-9_-]++(\\.fifo)?");
    private static final Pattern OWNER_ARN = Pattern.compile(
            "arn:aws[a-z-]*+:(?:iam|sts)::(?<account>[0-9]{12}):(?:root|(?:user|assumed-role)/[!-~]++)");

    private final UniqueIds uniqueIds;
    private final IssuerUrls urls;
    private final PermissionCheck permissionCheck;

    /** Requests that people look at under these URLs. */
    public DelegationRequests(UniqueIds uniqueIds, IssuerUrls urls, Authorizer authorizer) {
        this.uniqueIds = uniqueIds;
        this.urls = urls;
        this.permissionCheck = new PermissionCheck(authorizer);
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:CreateDelegationRequest",
                        CreateDelegationRequestRequest.class,
                        DelegationRequests::creationTarget,
                        this::create),
                Operation.needing(
                        "iam:GetDelegationRequest",
                        GetDelegationRequestRequest.class,
                        NamedDelegation.check(
                                "iam:GetDelegationRequest",
                                GetDelegationRequestRequest::delegationRequestId,
                                Granted.OWNER),
                        this::get),
                Operation.needing(
                        "iam:ListDelegationRequests",
                        ListDelegationRequestsRequest.class,
                        DelegationRequests::listChecks,
                        DelegationRequests::list));
    }

    private static Target creationTarget(EntityView view, Call call, CreateDelegationRequestRequest request) {
        Target target = Target.arn(DelegationRequest.arn(call.partition(), call.accountId(), "*"), call)
                .with(DURATION, String.valueOf(request.sessionDuration()))
                .with(CHANNEL, request.notificationChannel());
        String template = request.permissions().policyTemplateArn();
        return template == null ? target : target.with(TEMPLATE, template);
    }

    private CreateDelegationRequestResponse create(Execution<CreateDelegationRequestRequest> execution) {
        Call call = execution.call();
        CreateDelegationRequestRequest request = execution.request();
        requireTopic(call, request.notificationChannel());
        DelegationRequest created = execution.write(writing -> {
            RequestedPermissions permissions = RequestedPermissions.of(writing, call, request.permissions());
            forget(writing, call);
            if (writing.delegationRequests()
                    .ofWorkflow(call.accountId(), request.requestorWorkflowId())
                    .isPresent()) {
                throw Refused.alreadyExists("A delegation request with requestor workflow id "
                        + request.requestorWorkflowId() + " already exists.");
            }
            if (writing.delegationRequests().underWay(call.accountId(), call.time()) >= MOST_UNDER_WAY) {
                throw Refused.quota("DelegationRequestsPerAccount", MOST_UNDER_WAY);
            }
            DelegationRequest made = new DelegationRequest(
                    call.accountId(),
                    uniqueIds.uuid(),
                    terms(request, permissions),
                    call.time(),
                    request.ownerAccountId(),
                    null,
                    null,
                    new Unassigned(call.time()));
            writing.insert(made);
            return made;
        });
        return CreateDelegationRequestResponse.builder()
                .delegationRequestId(created.id())
                .consoleDeepLink(urls.server() + CONSOLE + created.id())
                .build();
    }

    /** AWS takes topics of the account that asks, and of no other. */
    private static void requireTopic(Call call, String channel) {
        String prefix = "arn:" + call.partition().id() + ":sns:";
        var topic = TOPIC.matcher(channel.startsWith(prefix) ? channel.substring(prefix.length()) : "");
        if (!topic.matches() || !topic.group("account").equals(call.accountId())) {
            throw Refused.invalidInput("The notification channel must be the ARN of an SNS topic in account "
                    + call.accountId() + ": " + channel);
        }
    }

    private static void forget(Writing writing, Call call) {
        writing.delegationRequests()
                .untouchedSince(call.accountId(), call.time().minus(KEPT), FORGOTTEN_AT_ONCE)
                .forEach(writing::delete);
    }

    private static Terms terms(CreateDelegationRequestRequest request, RequestedPermissions permissions) {
        return new Terms(
                request.requestorWorkflowId(),
                request.description(),
                request.requestMessage(),
                permissions.templateArn(),
                permissions.parameters(),
                permissions.policy(),
                request.notificationChannel(),
                request.redirectUrl(),
                Duration.ofSeconds(request.sessionDuration()),
                Boolean.TRUE.equals(request.onlySendByOwner()));
    }

    private GetDelegationRequestResponse get(Execution<GetDelegationRequestRequest> execution) {
        Call call = execution.call();
        GetDelegationRequestRequest request = execution.request();
        return execution.read(reading -> {
            DelegationRequest found = NamedDelegation.seen(reading, call, request.delegationRequestId())
                    .orElseThrow(() -> NamedDelegation.unknown(request.delegationRequestId()));
            var answer = GetDelegationRequestResponse.builder()
                    .delegationRequest(DelegationShapes.whole(reading, found, call.time()));
            if (Boolean.TRUE.equals(request.delegationPermissionCheck())) {
                answer.permissionCheckStatus(PermissionCheckStatusType.COMPLETE)
                        .permissionCheckResult(
                                permissionCheck.of(call, found.terms().policy()));
            }
            return answer.build();
        });
    }

    /** Everybody may list what they have taken themselves. */
    private static List<Check> listChecks(EntityView view, Call call, ListDelegationRequestsRequest request) {
        String owner = request.ownerId();
        Target target = Target.anything(call);
        return List.of(new Check(
                "iam:ListDelegationRequests",
                owner == null ? target : target.with(NamedDelegation.OWNER, owner),
                call.caller().principal().arn().equals(owner)));
    }

    private static ListDelegationRequestsResponse list(Execution<ListDelegationRequestsRequest> execution) {
        Call call = execution.call();
        ListDelegationRequestsRequest request = execution.request();
        String owner = request.ownerId();
        requireOwner(call, owner);
        Page.Request asked = new Page.Request(
                "delegation requests " + call.accountId() + " " + owner, null, request.marker(), request.maxItems());
        return execution.read(reading -> {
            List<DelegationRequest> found = owner == null
                    ? reading.delegationRequests().ownedIn(call.accountId(), asked.slice())
                    : reading.delegationRequests().ownedBy(call.accountId(), owner, asked.slice());
            var page = asked.of(found, DelegationRequest::id)
                    .map(one -> DelegationShapes.whole(reading, one, call.time()));
            return ListDelegationRequestsResponse.builder()
                    .delegationRequests(page.items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static void requireOwner(Call call, @Nullable String owner) {
        if (owner == null) {
            return;
        }
        var arn = OWNER_ARN.matcher(owner);
        if (!arn.matches()) {
            throw Refused.invalidInput(
                    "The owner id is not the ARN of a user, a role's session or a root user: " + owner);
        }
        if (!arn.group("account").equals(call.accountId())) {
            throw Refused.noSuchEntity("The owner with id " + owner + " cannot be found.");
        }
    }
}
