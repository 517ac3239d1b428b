package io.claviger.policy.random;

import static io.claviger.policy.random.SmallWorld.ACTIONS;
import static io.claviger.policy.random.SmallWorld.ADDRESSES;
import static io.claviger.policy.random.SmallWorld.ARNS;
import static io.claviger.policy.random.SmallWorld.ARN_PATTERNS;
import static io.claviger.policy.random.SmallWorld.BLOCKS;
import static io.claviger.policy.random.SmallWorld.DATES;
import static io.claviger.policy.random.SmallWorld.HALF_ARNS;
import static io.claviger.policy.random.SmallWorld.KEYS;
import static io.claviger.policy.random.SmallWorld.NUMBERS;
import static io.claviger.policy.random.SmallWorld.OPERATORS;
import static io.claviger.policy.random.SmallWorld.PATTERNS;
import static io.claviger.policy.random.SmallWorld.REQUESTS;
import static io.claviger.policy.random.SmallWorld.RESOURCES;
import static io.claviger.policy.random.SmallWorld.STS_ACTIONS;
import static io.claviger.policy.random.SmallWorld.STS_REQUESTS;
import static io.claviger.policy.random.SmallWorld.TARGETS;
import static io.claviger.policy.random.SmallWorld.TEXTS;
import static io.claviger.policy.random.SmallWorld.WHOLE_ARNS;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random policies and requests out of a small world, in which they meet often. */
public final class RandomPolicy {

    private final RandomGenerator random;
    private final RandomPolicyPrincipals principals;

    public RandomPolicy(RandomGenerator random) {
        this.random = random;
        this.principals = new RandomPolicyPrincipals(random);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private String array(List<String> from) {
        return Stream.generate(() -> one(from))
                .limit(1 + random.nextInt(3))
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String condition() {
        String kind = one(OPERATORS);
        List<String> values = switch (kind.replaceAll("Not|Equals|Like|LessThan|GreaterThan|IgnoreCase", "")) {
            case "String" -> PATTERNS;
            case "Numeric" -> NUMBERS.subList(0, NUMBERS.size() - 1);
            case "Date" -> DATES;
            case "Arn" -> ARN_PATTERNS;
            case "IpAddress" -> BLOCKS;
            case "Binary" -> List.of("YQ==", "YWI=");
            default -> List.of("true", "false", "True");
        };
        String prefix = one(List.of("", "", "ForAllValues:", "ForAnyValue:"));
        String suffix = kind.equals("Null") || !oneIn(4) ? "" : "IfExists";
        return "\"%s%s%s\":{\"%s\":%s}".formatted(prefix, kind, suffix, one(KEYS), array(values));
    }

    private String statement(PolicyType type) {
        Map<String, String> conditions = new HashMap<>();
        for (int i = random.nextInt(5) / 2; i > 0; i--) {
            String condition = condition();
            conditions.put(condition.substring(0, condition.indexOf(':', condition.indexOf("\":"))), condition);
        }
        boolean deny = oneIn(4);
        boolean notAction = oneIn(6);
        List<String> elements = new ArrayList<>();
        elements.add("\"Effect\":\"%s\"".formatted(deny ? "Deny" : "Allow"));
        if (type.namesPrincipals()) {
            elements.add(principals.element(type, deny));
        }
        elements.add("\"%s\":%s".formatted(notAction ? "NotAction" : "Action", array(actions(type))));
        if (type.namesResources()) {
            elements.add("\"%s\":%s".formatted(oneIn(6) ? "NotResource" : "Resource", array(resources(type))));
        }
        elements.add("\"Condition\":{%s}".formatted(String.join(",", conditions.values())));
        return elements.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> actions(PolicyType type) {
        return type == PolicyType.TRUST ? STS_ACTIONS : ACTIONS;
    }

    /** Control policies may not name half an ARN; those of resources not even with a wildcard. */
    private List<String> resources(PolicyType type) {
        return switch (type) {
            case SERVICE_CONTROL -> RESOURCES;
            case RESOURCE_CONTROL -> WHOLE_ARNS;
            default -> oneIn(6) ? HALF_ARNS : RESOURCES;
        };
    }

    /** A statement that allows everything, to somebody at least. */
    private List<String> broad(PolicyType type) {
        List<String> elements = new ArrayList<>(List.of("\"Effect\":\"Allow\""));
        if (type.namesPrincipals()) {
            elements.add(principals.element(type, false));
        }
        elements.add(
                type == PolicyType.TRUST
                        ? "\"Action\":[\"%s\"]".formatted(String.join("\",\"", STS_ACTIONS))
                        : "\"Action\":\"*\"");
        if (type.namesResources()) {
            elements.add("\"Resource\":\"*\"");
        }
        return elements;
    }

    public String policy() {
        return policy(PolicyType.IDENTITY);
    }

    public String policy(PolicyType type) {
        boolean old = oneIn(8);
        List<String> written = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            written.add(statement(type));
        }
        if (oneIn(2)) {
            written.add("{%s}".formatted(String.join(",", broad(type))));
        }
        String statements = written.stream().collect(Collectors.joining(",", "[", "]"));
        return old
                ? "{\"Statement\":%s}".formatted(statements)
                : "{\"Version\":\"2012-10-17\",\"Statement\":%s}".formatted(statements);
    }

    public Policies policies() {
        Map<PolicyType, List<PolicyDocument>> layers = new EnumMap<>(PolicyType.class);
        layers.put(PolicyType.IDENTITY, documents(PolicyType.IDENTITY, 1 + random.nextInt(3)));
        if (oneIn(4)) {
            layers.put(PolicyType.PERMISSIONS_BOUNDARY, documents(PolicyType.PERMISSIONS_BOUNDARY, 1));
        }
        if (oneIn(4)) {
            layers.put(PolicyType.SESSION, documents(PolicyType.SESSION, random.nextInt(3)));
        }
        return new Policies(layers);
    }

    private List<PolicyDocument> documents(PolicyType type, int count) {
        List<PolicyDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(Policies.parsed(policy(type), type));
        }
        return documents;
    }

    String stsAction() {
        return one(STS_REQUESTS);
    }

    public String action() {
        return one(REQUESTS);
    }

    public String resource() {
        return one(TARGETS);
    }

    public Map<String, ContextValue> context() {
        Map<String, ContextValue> context = new HashMap<>();
        for (String key : KEYS) {
            if (!oneIn(3)) {
                context.put(key, value(key));
            }
        }
        return context;
    }

    private ContextValue value(String key) {
        List<String> pool = switch (key) {
            case "a:n" -> NUMBERS;
            case "a:when" -> DATES;
            case "a:ip" -> ADDRESSES;
            case "a:arn" -> ARNS;
            case "a:bool" -> List.of("true", "FALSE", "no");
            default -> TEXTS;
        };
        List<String> source = oneIn(12) ? TEXTS : pool;
        if (!key.equals("a:tags") && !oneIn(10)) {
            return new Text(one(source));
        }
        return new Texts(
                Stream.generate(() -> one(source)).limit(random.nextInt(4)).toList());
    }
}
