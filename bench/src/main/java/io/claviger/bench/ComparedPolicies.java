package io.claviger.bench;

import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.Value;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.MapContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Policies of the same meaning in both languages, and a request that both allow.
 *
 * @param iam the policies attached to the user, in the language of IAM
 * @param request the request to them
 * @param cedar the same policies in Cedar
 * @param entities what Cedar has to know of the request's user and resource
 * @param cedarRequest the same request to Cedar
 * @see <a href="https://docs.cedarpolicy.com/">Cedar's documentation, which publishes the photos and TinyTodo</a>
 */
record ComparedPolicies(
        List<String> iam,
        AuthorizationRequest request,
        String cedar,
        Entities entities,
        com.cedarpolicy.model.AuthorizationRequest cedarRequest) {

    private static final int SERVICES = 10;
    private static final int ACTIONS = 5;

    /** The set of this name. */
    static ComparedPolicies named(String name) {
        return switch (name) {
            case "photos" -> photos();
            case "tinytodo" -> tinyTodo();
            case "ten policies" -> tenPolicies();
            case "10 statements" -> statements(10);
            case "1000 statements" -> statements(1000);
            case "10 statements of one action" -> statementsOfOneAction(10);
            case "1000 statements of one action" -> statementsOfOneAction(1000);
            default -> throw new IllegalArgumentException("no policies called " + name);
        };
    }

    /** The first example of Cedar's documentation: one user, one action, one photo. */
    private static ComparedPolicies photos() {
        return new ComparedPolicies(
                List.of(policy(statement("photo:View", "arn:aws:photo:::photo/VacationPhoto94.jpg", ""))),
                request("photo:View", "arn:aws:photo:::photo/VacationPhoto94.jpg", Map.of()),
                permit("principal == User::\"alice\"", "action == Action::\"photo:View\"", """
                        resource == Photo::"VacationPhoto94.jpg\"""", ""),
                entities(new Entity(user()), new Entity(uid("Photo::\"VacationPhoto94.jpg\""))),
                cedarRequest("photo:View", "Photo::\"VacationPhoto94.jpg\""));
    }

    /** Cedar's tutorial: lists that have an owner, readers and editors; alice edits one as a member of a team. */
    private static ComparedPolicies tinyTodo() {
        String list = "arn:aws:todo:::list/shopping";
        String mine = """
                {"StringEquals": {"aws:ResourceTag/owner": "${aws:username}"}}""";
        String read = """
                {"ForAnyValue:StringEquals": {"todo:readers": ["${aws:username}", "${aws:PrincipalTag/team}"]}}""";
        String edit = read.replace("readers", "editors");
        String edits = """
                "todo:UpdateList", "todo:CreateTask", "todo:UpdateTask", "todo:DeleteTask\"""";
        List<String> iam = List.of(policy(
                """
                {"Effect": "Allow", "Action": ["todo:CreateList", "todo:GetLists"], "Resource": "*"}""",
                statement("todo:*", "arn:aws:todo:::list/*", mine),
                statement("todo:GetList", "arn:aws:todo:::list/*", read),
                statement("todo:GetList", "arn:aws:todo:::list/*", edit),
                "{\"Effect\": \"Allow\", \"Action\": [" + edits
                        + "], \"Resource\": \"arn:aws:todo:::list/*\", \"Condition\": " + edit + "}"));
        String cedar = permit(
                        "principal",
                        "action in [Action::\"todo:CreateList\", Action::\"todo:GetLists\"]",
                        "resource == Application::\"TinyTodo\"",
                        "")
                + permit("principal", "action", "resource", "resource has owner && resource.owner == principal")
                + permit(
                        "principal",
                        "action == Action::\"todo:GetList\"",
                        "resource",
                        "resource has readers && principal in resource.readers")
                + permit(
                        "principal",
                        "action == Action::\"todo:GetList\"",
                        "resource",
                        "resource has editors && principal in resource.editors")
                + permit(
                        "principal",
                        "action in [" + edits.replace("\"todo:", "Action::\"todo:") + "]",
                        "resource",
                        "resource has editors && principal in resource.editors");
        Map<String, Value> attributes = Map.of(
                "owner",
                uid("User::\"bob\""),
                "readers",
                new CedarList(List.of()),
                "editors",
                new CedarList(List.of(uid("Team::\"temp\""))));
        return new ComparedPolicies(
                iam,
                request(
                        "todo:UpdateTask",
                        list,
                        Map.of(
                                "aws:resourcetag/owner", new ContextValue.Text("bob"),
                                "aws:principaltag/team", new ContextValue.Text("temp"),
                                "todo:editors", new ContextValue.Texts(List.of("temp")))),
                cedar,
                entities(
                        new Entity(user(), Set.of(uid("Team::\"temp\""))),
                        new Entity(uid("Team::\"temp\"")),
                        new Entity(uid("List::\"shopping\""), attributes, Set.of())),
                cedarRequest("todo:UpdateTask", "List::\"shopping\""));
    }

    /** Ten policies, each for the things of another service; the last one allows. */
    private static ComparedPolicies tenPolicies() {
        List<String> iam = new ArrayList<>();
        StringBuilder cedar = new StringBuilder();
        for (int service = 0; service < SERVICES; service++) {
            int number = service;
            List<String> actions = IntStream.range(0, ACTIONS)
                    .mapToObj(action -> "service" + number + ":Act" + action)
                    .toList();
            iam.add(policy("{\"Effect\": \"Allow\", \"Action\": [" + quoted("", actions)
                    + "], \"Resource\": \"arn:aws:service" + number + ":::thing/*\"}"));
            cedar.append(permit(
                    "principal in Group::\"users\"",
                    "action in [" + quoted("Action::", actions) + "]",
                    "resource in Service::\"service" + number + "\"",
                    ""));
        }
        int last = SERVICES - 1;
        return new ComparedPolicies(
                iam,
                request("service" + last + ":Act0", "arn:aws:service" + last + ":::thing/one", Map.of()),
                cedar.toString(),
                entities(
                        new Entity(user(), Set.of(uid("Group::\"users\""))),
                        new Entity(uid("Group::\"users\"")),
                        new Entity(uid("Service::\"service" + last + "\"")),
                        new Entity(uid("Thing::\"one\""), Set.of(uid("Service::\"service" + last + "\"")))),
                cedarRequest("service" + last + ":Act0", "Thing::\"one\""));
    }

    /** So many statements in ten policies, each of an action and a thing of its own; the last one allows. */
    private static ComparedPolicies statements(int count) {
        return things(count, number -> "service" + number % SERVICES + ":Act" + number / SERVICES);
    }

    /** So many statements in ten policies, all of the same action, each of a thing of its own; the last one allows. */
    private static ComparedPolicies statementsOfOneAction(int count) {
        return things(count, number -> "service:Act");
    }

    private interface ActionOf {
        String name(int number);
    }

    private static ComparedPolicies things(int count, ActionOf action) {
        List<List<String>> iam = Stream.generate(() -> (List<String>) new ArrayList<String>())
                .limit(SERVICES)
                .toList();
        StringBuilder cedar = new StringBuilder();
        for (int number = 0; number < count; number++) {
            String name = action.name(number);
            iam.get(number % SERVICES).add(statement(name, "arn:aws:service:::thing/" + number, ""));
            cedar.append(permit(
                    "principal in Group::\"users\"",
                    "action == Action::\"" + name + "\"",
                    "resource == Thing::\"" + number + "\"",
                    ""));
        }
        int last = count - 1;
        return new ComparedPolicies(
                iam.stream()
                        .map(statements -> policy(statements.toArray(String[]::new)))
                        .toList(),
                request(action.name(last), "arn:aws:service:::thing/" + last, Map.of()),
                cedar.toString(),
                entities(
                        new Entity(user(), Set.of(uid("Group::\"users\""))),
                        new Entity(uid("Group::\"users\"")),
                        new Entity(uid("Thing::\"" + last + "\""))),
                cedarRequest(action.name(last), "Thing::\"" + last + "\""));
    }

    private static String quoted(String before, List<String> names) {
        return names.stream().map(name -> before + '"' + name + '"').collect(Collectors.joining(", "));
    }

    private static String policy(String... statements) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}";
    }

    private static String statement(String action, String resource, String condition) {
        return "{\"Effect\": \"Allow\", \"Action\": \"" + action + "\", \"Resource\": \"" + resource + '"'
                + (condition.isEmpty() ? "" : ", \"Condition\": " + condition) + "}";
    }

    private static AuthorizationRequest request(String action, String resource, Map<String, ContextValue> more) {
        Map<String, ContextValue> context = new HashMap<>(more);
        context.put("aws:username", new ContextValue.Text("alice"));
        return new AuthorizationRequest(action, resource, MapContext.of(context));
    }

    private static String permit(String principal, String action, String resource, String when) {
        return "permit(" + principal + ", " + action + ", " + resource + ")"
                + (when.isEmpty() ? "" : " when { " + when + " }") + ";\n";
    }

    private static com.cedarpolicy.model.AuthorizationRequest cedarRequest(String action, String resource) {
        return new com.cedarpolicy.model.AuthorizationRequest(
                user(), uid("Action::\"" + action + "\""), uid(resource), new Context());
    }

    private static EntityUID user() {
        return uid("User::\"alice\"");
    }

    private static EntityUID uid(String text) {
        return EntityUID.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Entities entities(Entity... entities) {
        return new Entities(new HashSet<>(List.of(entities)));
    }
}
