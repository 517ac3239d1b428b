package io.claviger.policy.compile;

import io.claviger.policy.pattern.TextPattern;
import io.claviger.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many statements about the same action or service, by the literal text with which the resources begin that they name. A
 * request's resource is hashed once, from left to right, and looked up at those lengths only at which some such text ends.
 * Immutable.
 */
final class PrefixIndex implements Bucket {

    private final int[] lengths;
    private final @Nullable Entry[] table;
    private final Bucket others;

    /** The statements whose resources begin with a text. */
    private record Entry(String prefix, int hash, Bucket statements) {}

    private PrefixIndex(Map<String, Set<Candidate>> byPrefix, List<Candidate> others) {
        int capacity = Integer.highestOneBit(Math.max(1, byPrefix.size() * 2 - 1)) * 2;
        this.table = new @Nullable Entry[capacity];
        byPrefix.forEach((prefix, candidates) -> {
            int hash = prefix.hashCode();
            int slot = spread(hash) & (capacity - 1);
            while (table[slot] != null) {
                slot = (slot + 1) & (capacity - 1);
            }
            table[slot] = new Entry(prefix, hash, new Wild(candidates.toArray(Candidate[]::new)));
        });
        this.lengths = byPrefix.keySet().stream()
                .mapToInt(String::length)
                .sorted()
                .distinct()
                .toArray();
        this.others = new Wild(others.toArray(Candidate[]::new));
    }

    static Bucket of(List<Candidate> candidates) {
        Map<String, Set<Candidate>> byPrefix = new HashMap<>();
        List<Candidate> others = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<TextPattern> resources = candidate.statement().selectedResources();
            if (resources == null
                    || resources.stream()
                            .anyMatch(pattern -> pattern.literalPrefix().isEmpty())) {
                others.add(candidate);
                continue;
            }
            for (TextPattern pattern : resources) {
                byPrefix.computeIfAbsent(pattern.literalPrefix(), prefix -> new LinkedHashSet<>())
                        .add(candidate);
            }
        }
        return byPrefix.isEmpty() ? new Wild(others.toArray(Candidate[]::new)) : new PrefixIndex(byPrefix, others);
    }

    @Override
    public @Nullable CompiledStatement find(AuthorizationRequest request, @Nullable Grantee grantee) {
        CompiledStatement found = others.find(request, grantee);
        String resource = request.resource();
        int hash = 0;
        int at = 0;
        for (int i = 0; found == null && i < lengths.length && lengths[i] <= resource.length(); i++) {
            while (at < lengths[i]) {
                hash = 31 * hash + resource.charAt(at++);
            }
            found = found(hash, at, request, grantee);
        }
        return found;
    }

    private @Nullable CompiledStatement found(
            int hash, int length, AuthorizationRequest request, @Nullable Grantee grantee) {
        int slot = spread(hash) & (table.length - 1);
        for (Entry entry = table[slot]; entry != null; entry = table[slot]) {
            if (entry.hash == hash
                    && entry.prefix.length() == length
                    && request.resource().startsWith(entry.prefix)) {
                return entry.statements.find(request, grantee);
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return null;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
