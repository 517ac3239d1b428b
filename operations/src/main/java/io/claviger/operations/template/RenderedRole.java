package io.claviger.operations.template;

import io.claviger.iam.SecretHash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a template and its values make of a role.
 *
 * @param inlinePolicies by name; without those of which no statement is left
 */
public record RenderedRole(
        RoleTemplate template,
        String name,
        String path,
        String description,
        String trust,
        SortedMap<String, String> inlinePolicies) {

    /**
     * Puts the values in their places.
     *
     * @throws io.claviger.operations.gate.Refused when a value is missing, or is not one of the template's
     */
    public static RenderedRole of(RoleTemplate template, Map<String, List<String>> given) {
        Map<String, List<String>> byName = new HashMap<>();
        Set<String> lists = new HashSet<>();
        for (RoleTemplate.Parameter parameter : template.parameters()) {
            if (parameter.defaultValue() != null) {
                byName.put(parameter.name(), List.of(parameter.defaultValue()));
            }
            if (parameter.isList()) {
                lists.add(parameter.name());
            }
        }
        byName.putAll(given);
        Values values = new Values(byName, lists);
        given.keySet().stream()
                .sorted()
                .filter(name -> template.parameters().stream()
                        .noneMatch(parameter -> parameter.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw Values.unknown(name);
                });
        SortedMap<String, String> inline = new TreeMap<>();
        template.inlinePolicies().forEach((name, document) -> {
            DocumentTemplate.Rendered rendered = DocumentTemplate.render(document, values);
            if (rendered.grants()) {
                inline.put(name, rendered.text());
            }
        });
        return new RenderedRole(
                template,
                values.one(RoleTemplate.ROLE_NAME),
                template.path(),
                values.filled(template.roleDescription()),
                DocumentTemplate.render(template.trust(), values).text(),
                inline);
    }

    /** The same for two renderings that make the same role, and different for others. */
    public String fingerprint() {
        return SecretHash.of(String.join(
                        "\n",
                        template.arn(),
                        name,
                        CanonicalDocument.of(trust),
                        inlinePolicies.entrySet().stream()
                                .map(policy -> policy.getKey() + CanonicalDocument.of(policy.getValue()))
                                .toList()
                                .toString()))
                .encoded();
    }
}
