package io.claviger.policycli;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
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
        return document(sources.read(file), type);
    }

    private PolicyDocument document(Source source, PolicyType type) {
        return switch (PolicyParser.parse(source.text(), type)) {
            case PolicyDocument document -> document;
            case MalformedPolicy(String _, String reason, var at) ->
                throw NoAnswer.unusable(source.place(at) + ": this is no "
                        + PolicyKind.of(type).noun() + ": " + reason + '\n'
                        + new Excerpt(source.text(), screen).at(at));
        };
    }

    /** The policy in a file, ready to decide; it is called as the file is. */
    CompiledPolicy compiled(String file, PolicyType type) {
        Source source = sources.read(file);
        return CompiledPolicy.compile(source.name(), document(source, type));
    }

    /** The policies in some files. */
    List<CompiledPolicy> compiled(List<String> files, PolicyType type) {
        return files.stream().map(file -> compiled(file, type)).toList();
    }

    /** The policies in some files, level by level. */
    List<List<CompiledPolicy>> levels(List<List<String>> levels, PolicyType type) {
        return levels.stream().map(files -> compiled(files, type)).toList();
    }

    /** The policy in a file; null if there is no file. */
    @Nullable
    CompiledPolicy compiled(Optional<String> file, PolicyType type) {
        return file.map(name -> compiled(name, type)).orElse(null);
    }
}
