package io.claviger.operations.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.operations.template.RoleTemplate.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** AWS's templates for roles, from a resource with a fact on each line. It is read when this class is first used. */
public final class RoleTemplateFile {

    private static final List<RoleTemplate> TEMPLATES = read();

    private RoleTemplateFile() {}

    /** The template of this ARN in this minor version; null for the default one. */
    public static Optional<RoleTemplate> find(String arn, @Nullable Integer minorVersion) {
        return minorVersion != null && minorVersion != RoleTemplate.MINOR_VERSION
                ? Optional.empty()
                : TEMPLATES.stream()
                        .filter(template -> template.arn().equals(arn))
                        .findAny();
    }

    private static List<RoleTemplate> read() {
        List<RoleTemplate> templates = new ArrayList<>();
        List<String[]> facts = new ArrayList<>();
        for (String line : text().lines().toList()) {
            String[] fact = line.split("\t", -1);
            if (fact[0].equals("template") && !facts.isEmpty()) {
                templates.add(template(facts));
                facts.clear();
            }
            facts.add(fact);
        }
        templates.add(template(facts));
        return List.copyOf(templates);
    }

    private static RoleTemplate template(List<String[]> facts) {
        String[] head = facts.getFirst();
        Map<String, String> inline = new LinkedHashMap<>();
        List<String> managed = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String[] fact : facts) {
            switch (fact[0]) {
                case "inline" -> inline.put(fact[1], fact[2]);
                case "managed" -> managed.add(fact[1]);
                case "parameter" -> parameters.add(parameter(fact));
                default -> texts.put(fact[0], fact[1]);
            }
        }
        return new RoleTemplate(
                head[1],
                head[2],
                head[3],
                Instant.parse(head[4]),
                head[5],
                Objects.requireNonNull(texts.get("description")),
                Objects.requireNonNull(texts.get("roleDescription")),
                Objects.requireNonNull(texts.get("trust")),
                inline,
                managed,
                parameters);
    }

    private static Parameter parameter(String[] fact) {
        return new Parameter(
                fact[1],
                fact[2].equals("StringList"),
                fact[3].equals("required"),
                fact[4].isEmpty() ? null : fact[4],
                fact[5]);
    }

    private static String text() {
        try (InputStream file =
                Objects.requireNonNull(RoleTemplateFile.class.getResourceAsStream("role-templates.tsv"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
