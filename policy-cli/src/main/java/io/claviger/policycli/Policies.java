package io.claviger.policycli;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policies, or says where one is malformed. */
final class Policies {

    private final Sources sources;
    private final Screen screen;

    Policies(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    /**
     * The policy in a file.
     *
     * @throws NoAnswer when the file cannot be read, or holds no policy of that type
     */
    PolicyDocument document(String file, PolicyType type) {
        return document(sources.read(file), type, "--type");
    }

    private PolicyDocument document(Source source, PolicyType type, String option) {
        return switch (PolicyParser.parse(source.text(), type)) {
            case PolicyDocument document -> document;
            case MalformedPolicy(String _, String reason, var at) ->
                throw NoAnswer.unusable(source.place(at) + ": this is not a valid "
                        + PolicyKind.of(type).noun() + ": " + reason + elsewhere(source, type, option) + '\n'
                        + new Excerpt(source.text(), screen).at(at));
        };
    }

    /** Which option takes the policy, if it is one that names principals. */
    private static String elsewhere(Source source, PolicyType type, String option) {
        boolean ofPrincipals = !type.namesPrincipals()
                && (PolicyParser.parse(source.text(), PolicyType.RESOURCE) instanceof PolicyDocument
                        || PolicyParser.parse(source.text(), PolicyType.TRUST) instanceof PolicyDocument);
        return ofPrincipals ? " (a policy of a resource goes with " + option + ")" : "";
    }

    /** The policy in a file, ready to decide; it is called as the file is. */
    CompiledPolicy compiled(String file, PolicyType type) {
        Source source = sources.read(file);
        return CompiledPolicy.compile(source.name(), document(source, type, "--resource-policy"));
    }

    /** The policies in some files. */
    List<CompiledPolicy> compiled(List<String> files, PolicyType type) {
        return files.stream().map(file -> compiled(file, type)).toList();
    }

    /**
     * Control policies, level by level: those in files, and AWS's own, which allow everything. That of resources is attached
     * to every level and cannot be detached; that of services is named where a file is.
     */
    List<List<CompiledPolicy>> levels(List<List<String>> levels, FullAccess full) {
        return levels.stream()
                .map(files -> {
                    boolean named = files.contains(full.policyName());
                    List<CompiledPolicy> level = new ArrayList<>();
                    if (named || full.everywhere()) {
                        level.add(full.compiled());
                    }
                    files.stream()
                            .filter(file -> !file.equals(full.policyName()))
                            .forEach(file -> level.add(compiled(file, full.type())));
                    return level;
                })
                .toList();
    }

    /** The policy in a file; null if there is no file. */
    @Nullable
    CompiledPolicy compiled(Optional<String> file, PolicyType type) {
        return file.map(name -> compiled(name, type)).orElse(null);
    }
}
