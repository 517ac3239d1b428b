package io.claviger.server.composition;

import io.claviger.iam.Partition;
import java.util.List;

/** The region of what has none of its own. It decides the partition that the accounts are in. */
public record HomeRegion(String name) {

    /** Clients sign calls of IAM for this region, also if they are set to another one. */
    static final HomeRegion OF_IAM = new HomeRegion("us-east-1");

    /** The first of the regions that signatures may name; {@code us-east-1} if there is none, for any region. */
    public static HomeRegion of(List<String> regions) {
        return regions.isEmpty() ? OF_IAM : new HomeRegion(regions.getFirst());
    }

    /** The partition in all ARNs. */
    public Partition partition() {
        return Partition.ofRegion(name);
    }
}
