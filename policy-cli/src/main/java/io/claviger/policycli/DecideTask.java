package io.claviger.policycli;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Decision.Denied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code claviger policy decide}: may somebody do something, and why. */
final class DecideTask {

    static final Task TASK = new Task(
            "decide",
            "Shows whether policies allow a request, and what each statement had to do with it.",
            "--policy FILE... --action ACTION... [options]",
            List.of(
                    "With several actions or resources, every action is decided on every resource. A FILE of - is standard input."
                            + " The exit status is 0 if all is allowed, 1 if something is denied, 2 if nothing could be decided."),
            List.of(
                    "decide --policy alice.json --action s3:GetObject --resource arn:aws:s3:::photos/a.jpg",
                    "decide --policy alice.json --boundary most.json --action 's3:Get*' --context aws:SourceIp=192.0.2.7",
                    "decide --resource-policy bucket.json --principal arn:aws:iam::111122223333:user/alice \\\n"
                            + "      --action s3:GetObject --resource arn:aws:s3:::photos/a.jpg"),
            null,
            List.of(
                    Given.values("policy", "FILE", "Identity policies: of a user and its groups, or of a role"),
                    Given.value("boundary", "FILE", "The permissions boundary"),
                    Given.values("session", "FILE", "The policies passed when the session was made"),
                    Given.value(
                            "resource-policy",
                            "FILE",
                            "The resource's own policy; if the resource is a role, its trust policy"),
                    Given.values(
                            "scp",
                            "FILE",
                            "Service control policies of one level; repeat it for each level from the organization's root"
                                    + " to the account. FullAWSAccess is AWS's policy of that name"),
                    Given.values(
                            "rcp",
                            "FILE",
                            "Resource control policies of one level, likewise; RCPFullAWSAccess is there always"),
                    Given.values(
                            "action",
                            "ACTION",
                            "What is asked, such as s3:GetObject; s3:Get* is all actions that match"),
                    Given.values("resource", "ARN", "On what. Default: *, which means no resource"),
                    Given.value(
                            "principal",
                            "NAME",
                            "Who asks: the ARN of a user, role, session or root, a service's name, or anonymous. Default:"
                                    + " somebody in the resource's account"),
                    Given.value("principal-id", "ID", "The unique ID of that user or role, AIDA... or AROA..."),
                    Given.value(
                            "resource-account",
                            "ID",
                            "The account that the resource belongs to. Default: as its ARN says, or that of the one who asks"),
                    Given.values(
                            "context", "KEY=VALUE", "Condition keys; a key that is given again has several values"),
                    Given.value(
                            "context-file", "FILE", "Condition keys: a JSON object of strings and arrays of strings"),
                    Catalogs.option(),
                    Given.flag("explain", "Of several decisions, show every statement too"),
                    Given.json()),
            DecideTask::run);

    private DecideTask() {}

    private static int run(Given given, Screen screen, Sources sources) {
        ServiceCatalog catalog = Catalogs.read(given, sources, screen);
        List<Answer> answers = new ArrayList<>();
        for (Question question : new Questions(given, sources, screen, catalog).all()) {
            answers.add(new Answer(question, question.explained()));
        }
        if (given.has("json")) {
            screen.print(DecisionJson.of(answers));
        } else {
            new DecisionText(screen).print(answers, given.has("explain"));
        }
        new ActionHints(catalog).of(given.texts("action")).forEach(screen::hint);
        answers.stream()
                .flatMap(answer -> denialsAlone(answer).stream())
                .distinct()
                .forEach(screen::hint);
        return answers.stream().anyMatch(answer -> answer.explanation().decision() instanceof Denied) ? 1 : 0;
    }

    /** A hint for each level of service control policies that denied since they only deny: most people keep another there. */
    private static List<String> denialsAlone(Answer answer) {
        if (!(answer.explanation().decision() instanceof ImplicitlyDenied denied)
                || denied.missing() != PolicyType.SERVICE_CONTROL) {
            return List.of();
        }
        Map<Integer, List<ExplainedStatement>> levels = answer.explanation().statements().stream()
                .filter(statement -> statement.type() == PolicyType.SERVICE_CONTROL)
                .collect(Collectors.groupingBy(ExplainedStatement::level, TreeMap::new, Collectors.toList()));
        return levels.values().stream()
                .filter(level -> level.stream().allMatch(statement -> statement.effect() == Effect.DENY))
                .map(level -> level.stream()
                        .map(statement -> statement.statement().policy())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .map(files ->
                        "claviger: " + files + " only denies; if AWS's FullAWSAccess is attached beside it, say --scp "
                                + FullAccess.OF_SERVICES.policyName() + ' ' + files)
                .toList();
    }
}
