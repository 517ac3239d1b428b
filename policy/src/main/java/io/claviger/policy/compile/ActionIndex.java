package io.claviger.policy.compile;

import io.claviger.policy.compile.Bucket.Candidate;
import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.FoldedTable;
import io.claviger.policy.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements with one effect, by the actions they are about: by exact name, by service for names with wildcards, and the
 * rest. A decision looks at those statements only that can matter. Immutable.
 */
final class ActionIndex {

    private final @Nullable FoldedTable<Bucket> byAction;
    private final @Nullable FoldedTable<Bucket> byService;
    private final @Nullable Bucket always;
    private final long services;
    private final boolean crowded;

    private ActionIndex(Builder builder) {
        Map<String, Bucket> actions = buckets(builder.byAction, Bucket::named);
        Map<String, Bucket> wild = buckets(builder.byService, Bucket::wild);
        this.byAction = actions.isEmpty() ? null : new FoldedTable<>(actions);
        this.byService = wild.isEmpty() ? null : new FoldedTable<>(wild);
        this.always = builder.always.isEmpty() ? null : Bucket.wild(builder.always);
        this.services = always != null ? -1L : builder.services;
        this.crowded = always instanceof PrefixIndex
                || Stream.of(actions, wild)
                        .flatMap(buckets -> buckets.values().stream())
                        .anyMatch(PrefixIndex.class::isInstance);
    }

    private static Map<String, Bucket> buckets(Map<String, Group> groups, Function<List<Candidate>, Bucket> bucket) {
        Map<String, Bucket> buckets = new HashMap<>();
        groups.values().forEach(group -> buckets.put(group.spelling, bucket.apply(group.candidates)));
        return buckets;
    }

    /** Which services the statements are about: one bit for several services, all bits for all. None, no statement. */
    long services() {
        return services;
    }

    /** Whether there are so many statements about one action or service that they are looked up by resource. */
    boolean isCrowded() {
        return crowded;
    }

    /** The bit of a service. */
    static long bit(int serviceHash) {
        return 1L << (serviceHash ^ serviceHash >>> 6 ^ serviceHash >>> 12);
    }

    /** The first statement found that matches the request. */
    @Nullable
    CompiledStatement find(AuthorizationRequest request, @Nullable Grantee grantee) {
        String action = request.action();
        Bucket named = byAction == null ? null : byAction.get(action, action.length(), request.actionHash());
        CompiledStatement found = named == null ? null : named.find(request, grantee);
        if (found == null && byService != null) {
            Bucket wild = byService.get(action, request.service(), request.serviceHash());
            found = wild == null ? null : wild.find(request, grantee);
        }
        return found == null && always != null ? always.find(request, grantee) : found;
    }

    /** Statements under one name, which is kept as it was first spelled. */
    private record Group(String spelling, List<Candidate> candidates) {}

    /** Collects statements. */
    static final class Builder {

        private final Map<String, Group> byAction = new HashMap<>();
        private final Map<String, Group> byService = new HashMap<>();
        private final List<Candidate> always = new ArrayList<>();
        private long services;

        void add(CompiledStatement statement) {
            if (statement.excludesActions()) {
                always.add(new Candidate(null, statement));
                return;
            }
            for (ActionPattern pattern : statement.actions()) {
                Candidate candidate = new Candidate(pattern, statement);
                int service = pattern.service();
                if (pattern.glob() == null) {
                    put(byAction, pattern.text(), candidate);
                    services |= bit(FoldedTable.hash(pattern.text(), Math.max(service, 0)));
                } else if (service < 0) {
                    always.add(candidate);
                } else {
                    put(byService, pattern.text().substring(0, service), candidate);
                    services |= bit(FoldedTable.hash(pattern.text(), service));
                }
            }
        }

        private static void put(Map<String, Group> groups, String name, Candidate candidate) {
            groups.computeIfAbsent(AsciiCase.lower(name), lower -> new Group(name, new ArrayList<>()))
                    .candidates
                    .add(candidate);
        }

        ActionIndex build() {
            return new ActionIndex(this);
        }
    }
}
