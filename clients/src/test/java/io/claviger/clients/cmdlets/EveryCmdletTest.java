package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.cmdlets.credentials.ConnectionParameters;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cmdlet, typed with all of its parameters, asks for what AWS's service models know, and for nothing else. */
class EveryCmdletTest {

    private static final Set<String> OF_EVERY_CMDLET =
            Set.of("Select", "Force", "NoAutoIteration", "AsTextArray", "Raw");

    /** What AWS Tools name otherwise, since a common parameter has the name. */
    private static final Map<String, String> RENAMED = Map.of("IdOfAccessKey", "AccessKeyId");

    private static final String ANSWER = "<Answer/>";

    @TempDir
    private Path home = Path.of("");

    /** A cmdlet and what was sent when it was typed with all of its parameters. */
    private record Sent(Cmdlet cmdlet, String line, Map<String, String> request) {

        String operation() {
            return request.getOrDefault("Action", "");
        }
    }

    @Test
    void everyOperationIsCalledByOneCmdlet() throws Exception {
        assertThat(sent())
                .extracting(Sent::operation)
                .containsExactlyInAnyOrderElementsOf(Inputs.read().names().keySet());
    }

    @Test
    void nothingIsLostAndEverythingHasItsName() throws Exception {
        Map<String, Set<String>> expected = Inputs.read().names();
        List<Sent> all = sent();
        assertThat(all).allSatisfy(sent -> {
            Set<String> names = new TreeSet<>(sent.request().keySet());
            names.removeIf(name -> name.equals("Action") || name.equals("Version"));
            assertThat(names).as(sent.line()).isEqualTo(expected.getOrDefault(sent.operation(), Set.of()));
        });
    }

    /** Two parameters of one type that changed places would pass the test of names. */
    @Test
    void everyValueGoesWhereItsParameterSays() throws Exception {
        int compared = 0;
        for (Sent sent : sent()) {
            for (Map.Entry<String, String> one : sent.request().entrySet()) {
                if (one.getValue().startsWith("of ")) {
                    compared++;
                    String parameter = one.getValue().substring("of ".length());
                    String member = one.getKey().replace(".member.1", "").replace('.', '_');
                    assertThat(singular(member))
                            .as(sent.line())
                            .isEqualToIgnoringCase(singular(RENAMED.getOrDefault(parameter, parameter)));
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    private List<Sent> sent() throws Exception {
        List<Sent> all = new ArrayList<>();
        ServiceCmdlets cmdlets = new ServiceCmdlets();
        try (Listener listener = new Listener(200, "text/xml", ANSWER);
                Prompt prompt = new Prompt(
                        Map.of(
                                "AWS_ENDPOINT_URL", listener.endpoint().toString(),
                                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                                "AWS_SECRET_ACCESS_KEY", "secret",
                                "AWS_REGION", "us-east-1"),
                        home)) {
            for (String name : cmdlets.names()) {
                Cmdlet cmdlet = cmdlets.find(name).orElseThrow();
                String line = line(cmdlet);
                Typist.Shown shown = prompt.type(line);
                assertThat(shown.err()).as(line).isEmpty();
                assertThat(shown.exit()).as(line).isZero();
                List<Map<String, String>> requests = listener.taken();
                assertThat(requests).as(line).hasSize(1);
                all.add(new Sent(cmdlet, line, requests.getFirst()));
            }
        }
        return all;
    }

    private static String line(Cmdlet cmdlet) {
        Set<String> common = new HashSet<>(OF_EVERY_CMDLET);
        ConnectionParameters.all().forEach(one -> common.add(one.name()));
        StringBuilder line = new StringBuilder(cmdlet.description().name());
        for (Parameter parameter : cmdlet.description().parameters()) {
            if (!common.contains(parameter.name())) {
                line.append(" -").append(parameter.name()).append(' ').append(value(parameter));
            }
        }
        if (cmdlet.description().parameter("Force").isPresent()) {
            line.append(" -Force");
        }
        return line.toString();
    }

    private static String value(Parameter parameter) {
        String text = "'of " + parameter.name() + "'";
        return switch (parameter.type().name()) {
            case "System.Int32" -> "7";
            case "System.Boolean" -> "$true";
            case "System.Collections.Hashtable" -> "@{ key = @{ Values = 'one' } }";
            case String tag when tag.endsWith(".Model.Tag") -> "@{ Key = 'one'; Value = 'two' }";
            case String entry
            when entry.endsWith(".Model.ContextEntry") ->
                "@{ ContextKeyName = 'one'; ContextKeyType = 'two'; ContextKeyValues = 'three' }";
            case String policy when policy.endsWith(".Model.PolicyDescriptorType") -> "@{ Arn = 'one' }";
            case String context
            when context.endsWith(".Model.ProvidedContext") -> "@{ ProviderArn = 'one'; ContextAssertion = 'two' }";
            case String policy
            when policy.endsWith(".Model.PolicyParameter") -> "@{ Name = 'one'; Type = 'two'; Values = 'three' }";
            default -> text;
        };
    }

    private static String singular(String name) {
        return name.endsWith("ies") ? name.substring(0, name.length() - 3) + "y" : name.replaceAll("s$", "");
    }
}
