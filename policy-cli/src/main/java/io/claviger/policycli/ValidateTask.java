package io.claviger.policycli;

import io.claviger.policy.validation.FindingType;
import io.claviger.policy.validation.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code claviger policy validate}: what is wrong with policies. */
final class ValidateTask {

    static final Task TASK = new Task(
            "validate",
            "Shows what is wrong with policies, where, and what to do about it.",
            "FILE... [options]",
            List.of("The findings are those of IAM Access Analyzer's ValidatePolicy. A FILE of - is standard input."
                    + " The exit status is 1 if there is an error, 2 if a file cannot be read."),
            List.of(
                    "validate alice.json",
                    "validate --type resource --resource-type AWS::S3::Bucket --strict bucket.json",
                    "validate --type trust --json - < role.json"),
            "a file with a policy",
            List.of(
                    PolicyKind.option(),
                    Given.value(
                            "resource-type",
                            "TYPE",
                            "What a resource policy is attached to: " + kinds() + ". Default: not known"),
                    Catalogs.option(),
                    Given.flag("strict", "Warnings count like errors"),
                    Given.json()),
            ValidateTask::run);

    private ValidateTask() {}

    private static String kinds() {
        return Stream.of(ResourceKind.values()).map(ResourceKind::apiName).collect(Collectors.joining(", "));
    }

    private static int run(Given given, Screen screen, Sources sources) {
        List<String> files = given.operands();
        PolicyKind kind = PolicyKind.of(given);
        Examination examination = new Examination(Catalogs.read(given, sources, screen), kind, attachedTo(given, kind));
        List<Remark> remarks = new ArrayList<>();
        files.stream().map(sources::read).toList().forEach(source -> remarks.addAll(examination.of(source)));
        if (given.has("json")) {
            screen.print(RemarkJson.of(remarks));
        } else {
            new RemarkText(screen).print(remarks, files.size());
        }
        return remarks.stream().anyMatch(remark -> counts(remark.type(), given.has("strict"))) ? 1 : 0;
    }

    private static boolean counts(FindingType type, boolean strict) {
        return switch (type) {
            case ERROR -> true;
            case SECURITY_WARNING, WARNING -> strict;
            case SUGGESTION -> false;
        };
    }

    private static @Nullable ResourceKind attachedTo(Given given, PolicyKind kind) {
        String name = given.text("resource-type").orElse("");
        if (name.isEmpty()) {
            return null;
        }
        if (kind != PolicyKind.RESOURCE) {
            throw NoAnswer.misused("--resource-type goes with --type resource only");
        }
        ResourceKind known = ResourceKind.named(name);
        if (known == null) {
            throw NoAnswer.misused("--resource-type must be one of " + kinds());
        }
        return known;
    }
}
