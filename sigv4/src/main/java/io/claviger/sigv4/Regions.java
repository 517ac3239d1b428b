package io.claviger.sigv4;

import java.util.Set;

/** The regions a service takes signatures for. Immutable. */
public sealed interface Regions {

    /** Whether a signature for this region is taken. */
    boolean accept(String region);

    /** These regions and no other. */
    static Regions of(String... regions) {
        return new Only(Set.of(regions));
    }

    /** Any region that a client is set to: for a server that stands in for all of them. */
    static Regions any() {
        return new Any();
    }

    /** These regions and no other. */
    record Only(Set<String> regions) implements Regions {
        public Only {
            regions = Set.copyOf(regions);
        }

        @Override
        public boolean accept(String region) {
            return regions.contains(region);
        }
    }

    /** Any name of at most 64 letters, digits and hyphens. */
    record Any() implements Regions {
        @Override
        public boolean accept(String region) {
            for (int i = 0; i < region.length(); i++) {
                char c = region.charAt(i);
                if (c != '-' && (c == '.' || c == '_' || c == '~' || !UriEncoding.isUnreserved(c))) {
                    return false;
                }
            }
            return !region.isEmpty() && region.length() <= 64;
        }
    }
}
