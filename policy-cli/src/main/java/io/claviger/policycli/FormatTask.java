package io.claviger.policycli;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyWriter;
import java.util.List;

/** {@code claviger policy format}: policies as Claviger writes them. */
final class FormatTask {

    static final Task TASK = new Task(
            "format",
            "Writes policies in one form: the elements in AWS's order, a value a line.",
            "FILE... [options]",
            List.of(
                    "What a policy means stays as it is. A list of one value becomes that value, the version is always said,"
                            + " and numbers, true and false become strings. A FILE of - is standard input.",
                    "The exit status is 1 if --check finds a file in another form, 2 if a file holds no policy."),
            List.of("format alice.json", "format --compact alice.json", "format --check --type trust policies/*.json"),
            "a file with a policy",
            List.of(
                    PolicyKind.option(),
                    Given.flag("compact", "Without any white space, as short as a policy can be stored"),
                    Given.flag("check", "Writes nothing but the names of files in another form")),
            FormatTask::run);

    private FormatTask() {}

    private static int run(Given given, Screen screen, Sources sources) {
        List<String> files = given.operands();
        PolicyKind kind = PolicyKind.of(given);
        Policies policies = new Policies(sources, screen);
        boolean check = given.has("check");
        int status = 0;
        for (String file : files) {
            PolicyDocument policy = policies.document(file, kind.type());
            String text = (given.has("compact") ? PolicyWriter.compact(policy) : PolicyWriter.indented(policy)) + '\n';
            if (!check) {
                screen.print(text);
            } else if (!policy.text().equals(text)) {
                screen.print(file + '\n');
                status = 1;
            }
        }
        return status;
    }
}
