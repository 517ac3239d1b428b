package io.claviger.server.policy;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyWriter;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code claviger policy format}: policies as Claviger writes them. */
final class FormatTask implements Task {

    @Override
    public String name() {
        return "format";
    }

    @Override
    public String summary() {
        return "Writes policies in one form: the elements in AWS's order, a value a line.";
    }

    @Override
    public String usage() {
        return "FILE... [options]";
    }

    @Override
    public List<String> details() {
        return List.of(
                "What a policy means stays as it is. A list of one value becomes that value, the version is always said,"
                        + " and numbers, true and false become strings. A FILE of - is standard input.",
                "The exit status is 1 if --check finds a file in another form, 2 if a file holds no policy.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "format alice.json", "format --compact alice.json", "format --check --type trust policies/*.json");
    }

    @Override
    public Options options() {
        return Given.options(List.of(
                Given.value("type", "TYPE", PolicyKind.CHOICE),
                Given.flag("compact", "Without any white space, as short as a policy can be stored"),
                Given.flag("check", "Writes nothing but the names of files in another form"),
                Given.flag("help", "Shows this")));
    }

    @Override
    public boolean takesOperands() {
        return true;
    }

    @Override
    public int run(Given given, Screen screen, Sources sources) {
        List<String> files = given.operands("a file with a policy");
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
