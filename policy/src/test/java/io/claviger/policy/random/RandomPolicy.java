package io.claviger.policy.random;

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

    private static final List<String> OPERATORS = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
            "Bool",
            "BinaryEquals",
            "IpAddress",
            "NotIpAddress",
            "ArnEquals",
            "ArnNotEquals",
            "ArnLike",
            "ArnNotLike",
            "Null");
    private static final List<String> KEYS =
            List.of("a:s", "A:T", "a:tags", "a:n", "a:when", "a:ip", "a:arn", "a:bool");
    private static final List<String> TEXTS =
            List.of("", "a", "b", "ab", "A", "a*", "a?b", "*", "?", "a:b", "bob", "${a:s}");
    private static final List<String> PATTERNS = List.of(
            "",
            "a",
            "b",
            "AB",
            "*",
            "?",
            "a*",
            "*b",
            "a?*",
            "${a:s}",
            "${A:T}*",
            "${a:missing}",
            "${a:missing, 'a'}",
            "${a:tags}",
            "${*}",
            "a${?}b",
            "${$}{a:s}",
            "x${a:s}y");
    private static final List<String> NUMBERS =
            List.of("1", "1.0", "-1", "2", "10", "0.5", "+1", "00", "1e1", "20E-1", "1.");
    private static final List<String> DATES = List.of(
            "2020-01-01",
            "2020-01",
            "2020-01-01T00:00:00Z",
            "2019-12-31T23:00:00-01:00",
            "1577836800",
            "1577836801",
            "2020-01-01T00:00:00.5Z",
            "-1",
            "2020-1-1t0:00",
            "2020-001T00:00:00,5",
            "2020-W01-3T01+01",
            "2020-01-01T00:00Z");
    private static final List<String> ADDRESSES = List.of(
            "10.0.0.1", "10.0.0.2", "11.0.0.1", "::1", "2001:db8::1", "::ffff:10.0.0.1", "2001:db8:0:0:1::", "1.2.3");
    private static final List<String> BLOCKS = List.of(
            "10.0.0.1",
            "10.0.0.0/8",
            "10.0.0.0/31",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/32",
            "::1/128",
            "2001:db8::1/127");
    private static final List<String> ARNS = List.of(
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/k",
            "arn:aws:iam::1:user/a",
            "arn:aws:iam::1:user/b:c",
            "arn:aws:x:r:1:t/a",
            "arn:aws:x:r-1:1:a",
            "a",
            "arn:aws:s3",
            "arn:aws-cn:s3:::b");
    private static final List<String> ARN_PATTERNS = List.of(
            "*",
            "arn:aws:s3:::*",
            "arn:*:*:*:*:*",
            "arn:aws:iam::*:user/?",
            "arn:aws:iam::1:user/${a:s}",
            "arn:aws:x:r:${a:n}:${a:s}",
            "arn:aws:x:r*:1:*",
            "arn:aws:${a:s}:::b",
            "arn:aws:iam::${A:T}:user/*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:s3:::*",
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/*",
            "arn:aws:s3:::${a:s}",
            "arn:aws:s3:::${a:s}/*",
            "arn:*:s3:::b*",
            "arn:aws:iam::*:user/a",
            "arn:aws:iam::1:user/?",
            "arn:aws:iam::1:user/${A:T}",
            "arn:aws:x:*:t/*",
            "arn:aws:x:r*1:1:*",
            "arn:aws:x:r?1:*",
            "arn:aws:x:*-1:?:*a",
            "arn:aws:iam::*1:user/*",
            "arn:aws:iam::${a:n}:user/*",
            "arn:aws:S3:::B",
            "arn:aws:s3:::*b*",
            "arn:aws:x:r**1:*:a");
    private static final List<String> WHOLE_ARNS = RESOURCES.stream()
            .filter(text -> text.equals("*") || text.split(":", -1).length > 5)
            .toList();
    private static final List<String> HALF_ARNS = List.of(
            "arn:aws:x",
            "arn:aws:x:r",
            "arn:aws:s3",
            "arn:aws:x:r-?",
            "arn:aws:x:*:1",
            "arn:aws:x:r?1:${a:n}",
            "arn:aws:x:*-1:?",
            "arn:aws:x:*:t/a");
    private static final List<String> STS_ACTIONS =
            List.of("sts:AssumeRole", "sts:TagSession", "sts:AssumeRoleWithSAML", "sts:SetSourceIdentity");
    private static final List<String> ACTIONS = List.of(
            "*",
            "s3:*",
            "s3:Get*",
            "S3:getobject",
            "s3:*Object",
            "iam:GetUser",
            "IAM:*",
            "x:?",
            "x:*a*",
            "s3:Get?bject",
            "sts:*");
    private static final List<String> REQUESTS =
            List.of("s3:GetObject", "s3:PutObject", "S3:GETOBJECT", "iam:GetUser", "x:a", "x:ba");
    private static final List<String> STS_REQUESTS = List.of("sts:AssumeRole", "sts:assumerole", "sts:TagSession");
    private static final List<String> TARGETS = List.of(
            "*",
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/k",
            "arn:aws:s3:::a*",
            "arn:aws:s3:::bob/k",
            "arn:aws-cn:s3:::b",
            "arn:aws:iam::1:user/a",
            "arn:aws:iam::1:user/b:c",
            "arn:aws:x:r:1:t/a",
            "arn:aws:x:r-1:1:a",
            "ARN:AWS:S3:::B",
            "arn:aws:x:r:-1:1:a",
            "arn:aws:s3",
            "${a:s}",
            "");

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
