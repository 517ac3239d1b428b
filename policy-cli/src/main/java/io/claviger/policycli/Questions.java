package io.claviger.policycli;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.Requester;
import io.claviger.policy.request.Requester.Anonymous;
import io.claviger.policy.request.Requester.Federated;
import io.claviger.policy.request.Requester.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes questions of what was given to {@code decide}: one for each action and resource. */
final class Questions {

    /** The account if none is known; AWS's documentation uses it in examples. */
    static final String SOME_ACCOUNT = "111122223333";

    private static final int MOST = 100_000;
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ROLE = Pattern.compile("arn:[^:]*:iam::[^:]*:role/.*");
    private static final Pattern SERVICE_LINKED_ROLE = Pattern.compile("arn:[^:]*:iam::[^:]*:role/aws-service-role/.*");
    private static final Pattern KMS_KEY = Pattern.compile("arn:[^:]*:kms:[^:]*:[^:]*:key/.*");
    private static final int ARN_PARTS = 6;
    private static final int ARN_ACCOUNT = 4;

    private final Given given;
    private final ServiceCatalog catalog;
    private final Policies policies;
    private final Map<String, ContextValue> context;
    private final List<String> actions;
    private final List<String> resources;

    /**
     * Reads all but the policies.
     *
     * @throws NoAnswer when something is missing, cannot be read or does not fit
     */
    Questions(Given given, Sources sources, Screen screen, ServiceCatalog catalog) {
        this.given = given;
        this.catalog = catalog;
        this.policies = new Policies(sources, screen);
        this.actions =
                given.texts("action").stream().flatMap(this::actions).distinct().toList();
        this.resources = given.has("resource") ? given.texts("resource") : List.of("*");
        check();
        this.context = ContextArguments.read(given, sources, screen, catalog);
    }

    private void check() {
        if (actions.isEmpty()) {
            throw NoAnswer.misused("--action is missing: what is asked, such as --action s3:GetObject");
        }
        if ((long) actions.size() * resources.size() > MOST) {
            throw NoAnswer.misused(actions.size() + " actions on " + resources.size() + " resources are more than "
                    + MOST + " decisions");
        }
        for (String resource : resources) {
            if (resource.length() > AuthorizationRequest.MAX_LENGTH) {
                throw NoAnswer.misused(
                        "a --resource is longer than " + AuthorizationRequest.MAX_LENGTH + " characters");
            }
            if (!resource.equals("*") && resource.split(":", ARN_PARTS).length < ARN_PARTS) {
                throw NoAnswer.misused("--resource " + resource + " is not an ARN: the form is"
                        + " arn:partition:service:region:account:resource, and * where an action has none");
            }
        }
        if (!given.has("principal") && (given.has("resource-policy") || given.has("principal-id"))) {
            throw NoAnswer.misused("--principal is missing: a resource's policy says who may do something, so it must"
                    + " be known who asks");
        }
        if (!given.has("policy") && !given.has("principal")) {
            throw NoAnswer.misused("--policy is missing: the files with the policies to decide by");
        }
    }

    private Stream<String> actions(String written) {
        if (written.length() > AuthorizationRequest.MAX_LENGTH || (written.indexOf(':') <= 0 && !written.equals("*"))) {
            throw NoAnswer.misused("--action " + written.substring(0, Math.min(written.length(), 100))
                    + " is not an action: the form is service:Name, such as s3:GetObject");
        }
        if (written.indexOf('*') < 0 && written.indexOf('?') < 0) {
            return Stream.of(written);
        }
        List<String> expanded = catalog.expand(written);
        if (expanded.isEmpty()) {
            throw NoAnswer.misused("--action " + written + " stands for no action of a known service");
        }
        return expanded.stream();
    }

    /**
     * The questions, action by action.
     *
     * @throws NoAnswer when a policy cannot be read
     */
    List<Question> all() {
        Optional<PrincipalArgument> named = given.text("principal")
                .map(text ->
                        PrincipalArgument.parse(text, given.text("principal-id").orElse("")));
        named.ifPresent(this::checkHasPolicies);
        PrincipalPolicies own = own();
        CompiledPolicy resourcePolicy = policies.compiled(given.text("resource-policy"), resourcePolicyType());
        List<List<CompiledPolicy>> controls = policies.levels(given.groups("rcp"), FullAccess.OF_RESOURCES);

        List<Question> questions = new ArrayList<>();
        for (String action : actions) {
            for (String resource : resources) {
                String account = accountOf(resource, named);
                PrincipalArgument principal = named.orElseGet(() -> PrincipalArgument.somebodyIn(account));
                questions.add(new Question(
                        principal,
                        own,
                        of(resource, account, principal, resourcePolicy, controls),
                        action,
                        resource,
                        keys(principal, resource, account)));
            }
        }
        return questions;
    }

    private PrincipalPolicies own() {
        List<List<String>> scps = given.groups("scp");
        return PrincipalPolicies.of(
                policies.compiled(given.texts("policy"), PolicyType.IDENTITY),
                policies.compiled(given.text("boundary"), PolicyType.PERMISSIONS_BOUNDARY),
                given.has("session") ? policies.compiled(given.texts("session"), PolicyType.SESSION) : null,
                policies.levels(scps, FullAccess.OF_SERVICES));
    }

    private void checkHasPolicies(PrincipalArgument principal) {
        boolean none = switch (principal.requester()) {
            case Service _, Federated _, Anonymous _ -> true;
            default -> false;
        };
        for (String option : List.of("policy", "boundary", "session", "scp")) {
            if (none && given.has(option)) {
                throw NoAnswer.misused(principal.name() + " has no policies of its own, so --" + option
                        + " does not go with it: only --resource-policy and --rcp bind it");
            }
        }
    }

    /** What the resources' policy is: that of a role is a trust policy. */
    private PolicyType resourcePolicyType() {
        long roles = resources.stream()
                .filter(resource -> ROLE.matcher(resource).matches())
                .count();
        if (given.has("resource-policy") && roles > 0 && roles < resources.size()) {
            throw NoAnswer.misused("--resource-policy cannot be the policy of a role and of something else at once");
        }
        return roles > 0 ? PolicyType.TRUST : PolicyType.RESOURCE;
    }

    private String accountOf(String resource, Optional<PrincipalArgument> principal) {
        Optional<String> told = given.text("resource-account");
        told.filter(account -> !ACCOUNT.matcher(account).matches()).ifPresent(account -> {
            throw NoAnswer.misused(
                    "--resource-account " + account + " is not the ID of an account, which has 12 digits");
        });
        return told.or(() -> accountIn(resource))
                .or(() -> principal.map(PrincipalArgument::requester).map(Requester::accountId))
                .orElse(SOME_ACCOUNT);
    }

    private static Optional<String> accountIn(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS && ACCOUNT.matcher(parts[ARN_ACCOUNT]).matches()
                ? Optional.of(parts[ARN_ACCOUNT])
                : Optional.empty();
    }

    private static @Nullable ResourcePolicies of(
            String resource,
            String account,
            PrincipalArgument principal,
            @Nullable CompiledPolicy policy,
            List<List<CompiledPolicy>> controls) {
        if (policy == null
                && controls.isEmpty()
                && account.equals(principal.requester().accountId())) {
            return null;
        }
        boolean explicitTrust = policy != null
                && (policy.type() == PolicyType.TRUST
                        || KMS_KEY.matcher(resource).matches());
        boolean unbound = SERVICE_LINKED_ROLE.matcher(resource).matches();
        return ResourcePolicies.of(account, policy, unbound ? List.of() : controls, explicitTrust);
    }

    /** The keys that follow from the names; keys that were given come before them. */
    private Map<String, ContextValue> keys(PrincipalArgument principal, String resource, String account) {
        Map<String, ContextValue> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.putAll(principal.keys());
        if (given.has("resource-account") || accountIn(resource).isPresent()) {
            keys.put("aws:ResourceAccount", new Text(account));
        }
        keys.putAll(context);
        return keys;
    }
}
