package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ways in which a user of AWS makes an administrator of himself who was given one right too many. Each is shut to
 * anybody who lacks one of its rights, and open to anybody who has them. Ways that need other services are questions to
 * the policy simulator.
 *
 * @see <a href="https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/">Rhino Security Labs:
 *     AWS IAM privilege escalation, methods and mitigation</a>
 * @see <a href="https://bishopfox.com/blog/privilege-escalation-in-aws">Bishop Fox: privilege escalation in AWS</a>
 */
class EscalationPathsTest {

    private static final String ARN = "arn:aws:iam::" + Samples.ACCOUNT + ":";

    private static final RunningServer SERVER =
            Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()));
    private static final ApiCaller ADMINISTRATOR = ApiCaller.administrator(SERVER.endpoint(), () -> Samples.NOW);
    private static int users;

    /** A line of {@code escalation-ways.txt}. */
    record Way(String name, List<String> rights, List<String> before, List<String> steps) {

        static Way of(String line) {
            String[] field = line.split(" *\\| *", -1);
            return new Way(field[0], List.of(field[1].split(" ", -1)), steps(field[2]), steps(field[3]));
        }

        private static List<String> steps(String text) {
            return text.isBlank() ? List.of() : List.of(text.trim().split("; ", -1));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = EscalationPathsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        }
    }

    private static Stream<Way> ways() throws IOException {
        return lines("escalation-ways.txt").map(Way::of);
    }

    private static Stream<List<String>> rights() throws IOException {
        return lines("escalation-rights.txt").map(line -> List.of(line.split(" ", -1)));
    }

    private static String policy(String effect, List<String> actions, String more) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"" + effect
                + "\",\"Resource\":\"*\",\"Action\":["
                + actions.stream().map(action -> '"' + action + '"').collect(Collectors.joining(",")) + "]" + more
                + "}]}";
    }

    private static String trust(String principal) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{" + principal + "}}]}";
    }

    /** What the words with a dollar sign in a step stand for. */
    private static Map<String, String> words(String me, List<String> rights) {
        Map<String, String> words = new TreeMap<>();
        words.put("$policy", ARN + "policy/" + me);
        words.put("$narrow", ARN + "policy/narrow-" + me);
        words.put("$role", ARN + "role/" + me);
        words.put("$admin", "arn:aws:iam::aws:policy/AdministratorAccess");
        words.put("$all", policy("Allow", List.of("*"), ""));
        words.put("$create", policy("Allow", List.of("iam:CreateUser"), ""));
        words.put("$denial", policy("Deny", List.of("iam:CreateUser"), ""));
        words.put("$rights", policy("Allow", rights.isEmpty() ? List.of("s3:ListBucket") : rights, ""));
        words.put("$everybody", trust("\"AWS\":\"" + Samples.ACCOUNT + "\""));
        words.put("$machines", trust("\"Service\":\"ec2.amazonaws.com\""));
        words.put("$me", me);
        return words;
    }

    private static Reply call(ApiCaller who, String step, Map<String, String> words) {
        String[] parts = step.split(" ", -1);
        List<String> parameters = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            parameters.add(pair[0]);
            parameters.add(words.getOrDefault(pair[1], pair[1].replace("$me", words.get("$me"))));
        }
        return who.call(parts[0].equals("AssumeRole") ? "sts" : "iam", parts[0], parameters.toArray(String[]::new));
    }

    private static void prepare(List<String> steps, Map<String, String> words) {
        for (String step : steps) {
            assertThat(call(ADMINISTRATOR, step, words)).as(step).matches(Reply::succeeded);
        }
    }

    /** A new user with these rights, and what the ways presuppose. */
    private static String user(List<String> rights) {
        String me = "mallory" + ++users;
        Map<String, String> words = words(me, rights);
        prepare(
                List.of(
                        "CreateUser UserName=$me",
                        "CreateGroup GroupName=$me",
                        "AddUserToGroup GroupName=$me UserName=$me",
                        "CreateRole RoleName=$me AssumeRolePolicyDocument=$everybody",
                        "CreatePolicy PolicyName=$me PolicyDocument=$rights",
                        "CreatePolicy PolicyName=narrow-$me PolicyDocument=$rights",
                        "AttachUserPolicy UserName=$me PolicyArn=$policy",
                        "PutUserPolicy UserName=$me PolicyName=rights PolicyDocument=$rights"),
                words);
        return me;
    }

    private static ApiCaller keyOf(String user) {
        return ADMINISTRATOR.with(ADMINISTRATOR.done("iam", "CreateAccessKey", "UserName", user));
    }

    /** Goes the way as a new user with these rights; the last answer is of making a user, or of a step that is refused. */
    private static Reply go(Way way, List<String> rights) {
        String me = user(rights);
        Map<String, String> words = words(me, rights);
        prepare(way.before(), words);
        ApiCaller who = keyOf(me);
        for (String step : way.steps()) {
            Reply reply = call(who, step, words);
            if (!reply.succeeded()) {
                return reply;
            }
            if (reply.body().contains("<SecretAccessKey>")) {
                who = who.with(reply);
            } else if (step.startsWith("AddRoleToInstanceProfile")) {
                return reply;
            }
        }
        return who.call("iam", "CreateUser", "UserName", "made-by-" + me);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theWayIsOpenToAnybodyWhoHasItsRights(Way way) {
        assertThat(go(way, way.rights())).matches(Reply::succeeded);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theWayIsShutToAnybodyWhoLacksOneOfItsRights(Way way) {
        for (String lacking : way.rights()) {
            Reply reply = go(way, without(lacking, way.rights()));

            assertThat(reply.status()).as("without %s", lacking).isEqualTo(403);
            assertThat(reply.text("Code")).isEqualTo("AccessDenied");
            assertThat(reply.text("Message")).contains("is not authorized to perform: " + lacking);
        }
    }

    private static List<String> without(String lacking, List<String> rights) {
        return rights.stream().filter(right -> !right.equals(lacking)).toList();
    }

    @ParameterizedTest
    @MethodSource("rights")
    void theSimulatorSaysForWhomAWayThroughAnotherServiceIsOpen(List<String> rights) {
        assertThat(denied(user(rights), rights)).isEmpty();
        for (String lacking : rights) {
            assertThat(denied(user(without(lacking, rights)), rights)).containsExactly(lacking);
        }
    }

    private static List<String> denied(String user, List<String> actions) {
        List<String> parameters = new ArrayList<>(List.of("PolicySourceArn", ARN + "user/" + user));
        for (int i = 0; i < actions.size(); i++) {
            parameters.addAll(List.of("ActionNames.member." + (i + 1), actions.get(i)));
        }
        Reply reply = ADMINISTRATOR.done("iam", "SimulatePrincipalPolicy", parameters.toArray(String[]::new));
        return Stream.of(reply.body().split("<EvalActionName>", -1))
                .skip(1)
                .filter(result -> result.contains("<EvalDecision>implicitDeny</EvalDecision>"))
                .map(result -> result.substring(0, result.indexOf('<')))
                .toList();
    }

    @Test
    void passingARoleMayBeLimitedToOneService() {
        String me = user(List.of());
        String toMachines = policy(
                "Allow",
                List.of("iam:PassRole"),
                ",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}}");
        ADMINISTRATOR.done(
                "iam", "PutUserPolicy", "UserName", me, "PolicyName", "rights", "PolicyDocument", toMachines);

        assertThat(passing(me, "ec2.amazonaws.com")).isEqualTo("allowed");
        assertThat(passing(me, "lambda.amazonaws.com")).isEqualTo("implicitDeny");
    }

    private static String passing(String user, String service) {
        String step = "SimulatePrincipalPolicy PolicySourceArn=" + ARN + "user/" + user
                + " ActionNames.member.1=iam:PassRole ResourceArns.member.1=$role"
                + " ContextEntries.member.1.ContextKeyName=iam:PassedToService"
                + " ContextEntries.member.1.ContextKeyType=string"
                + " ContextEntries.member.1.ContextKeyValues.member.1=" + service;
        return call(ADMINISTRATOR, step, words(user, List.of())).text("EvalDecision");
    }
}
