package io.claviger.operations.sts;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.Resource;
import io.claviger.access.Resource.Trust;
import io.claviger.access.SessionDetails;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.iam.Arns;
import io.claviger.iam.Role;
import io.claviger.iam.TotpDevice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.EntityArn;
import io.claviger.policy.request.ContextValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * AssumeRole: sessions of roles, for users and for sessions of other roles, of this account or another.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class RoleSessions {

    private static final Duration DEFAULT_DURATION = Duration.ofHours(1);
    private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

    private final Sessions sessions;
    private final MfaCodes codes;

    RoleSessions(Sessions sessions, MfaCodes codes) {
        this.sessions = sessions;
        this.codes = codes;
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(Operation.needing("sts:AssumeRole", AssumeRoleRequest.class, this::checks, this::assume));
    }

    private List<Check> checks(EntityView view, Call call, AssumeRoleRequest request) {
        if (call.caller().principal() instanceof RootUser) {
            throw new Refused(ErrorCode.ACCESS_DENIED, RootUser.ASSUMES_NO_ROLE);
        }
        EntityArn arn = roleArn(request.roleArn());
        Target role = target(call, arn, find(view, call, arn), request);
        Optional<SecondFactor> factor = SecondFactor.of(request.serialNumber(), request.tokenCode());
        if (factor.isPresent()) {
            TotpDevice _ = view.ask(reading -> factor.get().accepted(reading, call, codes));
            role = role.with("aws:multifactorauthpresent", "true").with("aws:multifactorauthage", "0");
        }
        boolean hasTags = !request.tags().isEmpty()
                || !SessionRequest.inherited(call.caller().credential()).isEmpty();
        List<Check> checks = checks("sts:AssumeRole", role, hasTags, sourceIdentity(call.caller(), request) != null);
        contexts(request).check(role).ifPresent(checks::add);
        return checks;
    }

    private static ProvidedContexts contexts(AssumeRoleRequest request) {
        return new ProvidedContexts(request.providedContexts());
    }

    /** What has to be allowed for a session of the role, with tags or with a source identity. */
    static List<Check> checks(String action, Target role, boolean hasTags, boolean hasSourceIdentity) {
        List<Check> checks = new ArrayList<>(List.of(new Check(action, role)));
        if (hasTags) {
            checks.add(new Check("sts:TagSession", role));
        }
        if (hasSourceIdentity) {
            checks.add(new Check("sts:SetSourceIdentity", role));
        }
        return checks;
    }

    /**
     * A role's ARN, taken apart.
     *
     * @throws Refused when the text is none
     */
    static EntityArn roleArn(String text) {
        return EntityArn.parse(text)
                .filter(arn -> arn.kind() == EntityArn.Kind.ROLE)
                .orElseThrow(() -> Refused.validation(text + " is invalid"));
    }

    /** The role of this ARN, in whatever account, if there is one. */
    static Optional<Role> find(EntityView view, Call call, EntityArn arn) {
        return view.roleNamed(arn.accountId(), arn.name())
                .filter(role -> role.arn(call.partition()).equals(arn.text()));
    }

    private static Target target(Call call, EntityArn arn, Optional<Role> role, AssumeRoleRequest request) {
        Map<String, ContextValue> keys = new HashMap<>();
        keys.put("sts:rolesessionname", new ContextValue.Text(request.roleSessionName()));
        if (request.externalId() != null) {
            keys.put("sts:externalid", new ContextValue.Text(request.externalId()));
        }
        String sourceIdentity = sourceIdentity(call.caller(), request);
        if (sourceIdentity != null) {
            keys.put("sts:sourceidentity", new ContextValue.Text(sourceIdentity));
        }
        if (!request.transitiveTagKeys().isEmpty()) {
            keys.put("sts:transitivetagkeys", new ContextValue.Texts(request.transitiveTagKeys()));
        }
        keys.putAll(contexts(request).keys());
        return trusting(arn, role, keys).setting(SessionRequest.tagsOf(request.tags()));
    }

    /** A role that is to be assumed, which its trust policy judges; one that is not there trusts nobody. */
    static Target trusting(EntityArn arn, Optional<Role> role, Map<String, ContextValue> keys) {
        Resource resource = new Resource(
                arn.text(),
                arn.accountId(),
                role.map(Role::tags).orElse(List.of()),
                keys,
                new Trust(role.map(Role::trustPolicy).orElse(null)));
        return new Target(resource, arn.text());
    }

    /** The one asked for, or the caller's own, which every session that it makes keeps. */
    private static @Nullable String sourceIdentity(Caller caller, AssumeRoleRequest request) {
        String present = caller.credential() instanceof Credential.Temporary session
                ? session.details().sourceIdentity()
                : null;
        if (present != null && request.sourceIdentity() != null && !present.equals(request.sourceIdentity())) {
            throw new Refused(
                    ErrorCode.ACCESS_DENIED, "The source identity of a session cannot be changed by role chaining.");
        }
        return request.sourceIdentity() == null ? present : request.sourceIdentity();
    }

    private AssumeRoleResponse assume(Execution<AssumeRoleRequest> execution) {
        Call call = execution.call();
        AssumeRoleRequest request = execution.request();
        contexts(request).refuse(call);
        SessionRequest asked = SessionRequest.of(
                request.policy(),
                request.policyArns(),
                SessionRequest.tagsOf(request.tags()),
                request.transitiveTagKeys());
        return SecondFactor.of(request.serialNumber(), request.tokenCode())
                .map(factor -> execution.write(writing -> {
                    // From now on, the code is not accepted again.
                    writing.update(factor.accepted(writing, call, codes));
                    return session(new EntityView.Within(writing), call, request, asked);
                }))
                .orElseGet(() -> execution.recall(view -> session(view, call, request, asked)));
    }

    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    private AssumeRoleResponse session(EntityView view, Call call, AssumeRoleRequest request, SessionRequest asked) {
        Credential caller = call.caller().credential();
        EntityArn arn = roleArn(request.roleArn());
        Role role = find(view, call, arn)
                .orElseThrow(() -> new IllegalStateException("admitted to a role that is not there"));
        SessionDetails details = new SessionDetails(
                request.roleSessionName(),
                asked.policies(view, call, role.accountId()),
                asked.allTags(caller),
                asked.allTransitiveKeys(caller),
                sourceIdentity(call.caller(), request),
                null);
        int percent = SessionRequest.packedPercent(details);
        boolean isChained = call.caller().principal() instanceof AssumedRole;
        Credentials credentials = sessions.issue(
                role.accountId(),
                role.id(),
                isChained ? Origin.CHAINED_ROLE : Origin.ASSUMED_ROLE,
                call.time(),
                duration(role, isChained, request.durationSeconds()),
                details.madeBy(Makers.of(call.caller())),
                request.minimumSessionTokenSize());
        return AssumeRoleResponse.builder()
                .credentials(credentials)
                .assumedRoleUser(user(call, role, details))
                .packedPolicySize(asked.isPacked() ? percent : null)
                .sessionTokenSize(Sessions.size(credentials))
                .sessionTokenUtilization(Sessions.utilization(credentials))
                .sourceIdentity(details.sourceIdentity())
                .build();
    }

    /** A session of the role, as answers name it. */
    static AssumedRoleUser user(Call call, Role role, SessionDetails details) {
        return AssumedRoleUser.builder()
                .assumedRoleId(role.id() + ":" + details.name())
                .arn(Arns.assumedRole(call.partition(), role.accountId(), role.name(), details.name()))
                .build();
    }

    /**
     * How long a session of the role lasts.
     *
     * @throws Refused when that is longer than may be
     */
    static Duration duration(Role role, boolean isChained, @Nullable Integer seconds) {
        Duration asked = seconds == null ? DEFAULT_DURATION : Duration.ofSeconds(seconds);
        if (isChained && asked.compareTo(LONGEST_CHAINED) > 0) {
            throw Refused.validation(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                            + " chaining.");
        }
        if (asked.compareTo(role.maxSession()) > 0) {
            throw Refused.validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        return asked;
    }
}
