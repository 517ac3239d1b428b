package io.claviger.operations.account;

import io.claviger.access.Resource;
import io.claviger.iam.AccountProperty;
import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.KeyLimit;
import io.claviger.iam.Role;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.policy.request.ContextValue;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.GetAccountPropertiesRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPropertiesResponse;
import software.amazon.awssdk.services.iam.model.PutAccountPropertiesRequest;
import software.amazon.awssdk.services.iam.model.PutAccountPropertiesResponse;

/**
 * The account's properties. AWS has one: whether its consoles make roles by themselves. Claviger has no such console, so
 * the property is kept, and the role that AWS links to it is made, and nothing else follows. Claviger has one of its own:
 * how old access keys may become ({@link KeyAgeRule}).
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-manager.html">Role manager</a>
 */
public final class AccountProperties {

    private static final String NAMESPACE = "RoleManager";
    private static final String ENABLED = NAMESPACE + "/Enabled";
    private static final String NAMESPACES = "iam:accountpropertynamespaces";

    private static final String SERVICE = "role-manager.iam.amazonaws.com";
    private static final String PATH = Role.SERVICE_LINKED_PATH + SERVICE + "/";
    private static final String ROLE = "AWSServiceRoleForIAMRoleManager";
    private static final String POLICY = "aws-service-role/AWSIAMRoleManagerServiceRolePolicy";
    private static final Duration SESSION = Duration.ofHours(1);

    private final UniqueIds uniqueIds;

    /** Makes the role's ID. */
    public AccountProperties(UniqueIds uniqueIds) {
        this.uniqueIds = uniqueIds;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:GetAccountProperties",
                        GetAccountPropertiesRequest.class,
                        AccountProperties::shown,
                        AccountProperties::get),
                Operation.needing(
                        "iam:PutAccountProperties",
                        PutAccountPropertiesRequest.class,
                        AccountProperties::checks,
                        this::put));
    }

    /** Anyone who looks sees Claviger's own property only if it is set, so only then a policy has to allow it. */
    private static Target shown(EntityView view, Call call, GetAccountPropertiesRequest request) {
        return target(
                call,
                view.ask(reading -> KeyAgeRule.of(reading, call)).isPresent()
                        ? List.of(KeyAgeRule.NAMESPACE, NAMESPACE)
                        : List.of(NAMESPACE));
    }

    private static Target target(Call call, List<String> namespaces) {
        return new Target(
                new Resource("*", call.accountId(), List.of(), Map.of(NAMESPACES, new ContextValue.Texts(namespaces))),
                "*");
    }

    /** AWS wants the right to make the role even if it is there. */
    private static List<Check> checks(EntityView view, Call call, PutAccountPropertiesRequest request) {
        List<String> namespaces = request.properties().keySet().stream()
                .map(AccountProperties::namespace)
                .distinct()
                .sorted()
                .toList();
        Check put = new Check("iam:PutAccountProperties", target(call, namespaces));
        if (!"true".equals(request.properties().get(ENABLED))) {
            return List.of(put);
        }
        Target role = Target.arn(Arns.role(call.partition(), call.accountId(), PATH, ROLE), call)
                .with("iam:awsservicename", SERVICE);
        return List.of(put, new Check("iam:CreateServiceLinkedRole", role));
    }

    private static String namespace(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    private static GetAccountPropertiesResponse get(Execution<GetAccountPropertiesRequest> execution) {
        Map<String, String> properties = new HashMap<>();
        return execution.read(reading -> {
            properties.put(
                    ENABLED,
                    reading.accounts()
                            .property(execution.call().accountId(), ENABLED)
                            .map(AccountProperty::value)
                            .orElse("false"));
            KeyAgeRule.of(reading, execution.call()).ifPresent(days -> properties.put(KeyLimit.PROPERTY, days));
            return GetAccountPropertiesResponse.builder().properties(properties).build();
        });
    }

    private PutAccountPropertiesResponse put(Execution<PutAccountPropertiesRequest> execution) {
        Call call = execution.call();
        Map<String, String> properties = execution.request().properties();
        if (KeyAgeRule.NAMESPACE.equals(onlyNamespace(properties))) {
            KeyAgeRule.put(execution, properties);
            return PutAccountPropertiesResponse.builder().build();
        }
        String value = enabled(properties);
        return execution.write(writing -> {
            StoredProperty.set(writing, new AccountProperty(call.accountId(), ENABLED, value));
            if (value.equals("true")) {
                link(writing, call);
            }
            return PutAccountPropertiesResponse.builder().build();
        });
    }

    private static String onlyNamespace(Map<String, String> properties) {
        String first = "";
        for (String key : new TreeSet<>(properties.keySet())) {
            if (key.indexOf('/') < 0) {
                throw Refused.invalidInput("Property key must be in format Namespace/PropertyName: " + key);
            }
            first = first.isEmpty() ? namespace(key) : first;
            if (!first.equals(namespace(key))) {
                throw Refused.invalidInput("All properties must belong to the same namespace");
            }
        }
        return first;
    }

    /** The value of the one property that AWS has; others of its namespace are ignored, as AWS does. */
    private static String enabled(Map<String, String> properties) {
        String namespace = onlyNamespace(properties);
        if (!NAMESPACE.equals(namespace)) {
            throw Refused.invalidInput("Unsupported namespace: " + namespace);
        }
        String value = properties.get(ENABLED);
        if (value == null) {
            throw Refused.invalidInput("RoleManager namespace requires Enabled property");
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw Refused.invalidInput("Enabled must be 'true' or 'false'");
        }
        return value;
    }

    /** The role that AWS links to the property, if it is not there. */
    private void link(Writing writing, Call call) {
        if (writing.roles().named(call.accountId(), ROLE).isPresent()) {
            return;
        }
        Role role = new Role(
                call.accountId(),
                uniqueIds.role(),
                ROLE,
                PATH,
                null,
                call.time().truncatedTo(ChronoUnit.SECONDS),
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s"},\
                "Action":"sts:AssumeRole"}]}\
                """.formatted(SERVICE),
                SESSION,
                null,
                List.of());
        writing.insert(role);
        AwsManagedPolicies.find(call.partition().awsManagedPolicies() + POLICY)
                .ifPresent(policy ->
                        writing.insert(new Attachment(call.accountId(), role.id(), policy.arn(), policy.name())));
    }
}
