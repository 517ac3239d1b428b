package io.claviger.policy.catalog;

import io.claviger.policy.pattern.AsciiCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * AWS's services, from the two files that {@code scripts/action-catalog} writes. The index is read when this class is
 * first used; each service is inflated when it is first asked for. Safe for use by many threads.
 */
final class AwsServices {

    private static final String INDEX = "aws-catalog.tsv";
    private static final String BLOCKS = "aws-catalog.deflate";

    private final Map<String, Entry> entries = new HashMap<>();
    private final AtomicReferenceArray<@Nullable Service> loaded;
    private final List<ConditionKey> globalKeys = new ArrayList<>();
    private final Map<String, List<String>> aliases = new HashMap<>();
    private final Map<String, List<String>> arnServices = new HashMap<>();
    private final byte[] blocks;

    private record Entry(int number, String name, boolean rcp, int at, int packed, int size) {}

    private AwsServices() {
        this.blocks = resource(BLOCKS);
        for (String line :
                new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList()) {
            String[] field = line.split("\t");
            switch (field[0]) {
                case "service" -> entries.put(field[1], entry(field));
                case "global" -> globalKeys.add(key(field[1], field[2]));
                case "alias" -> aliases.put(field[1], List.of(field[2].split(",")));
                case "arn" -> arnServices.put(field[1], List.of(field[2].split(",")));
                default -> throw new IllegalStateException("a line of the catalog of kind " + field[0]);
            }
        }
        this.loaded = new AtomicReferenceArray<>(entries.size());
    }

    static AwsServices instance() {
        return Holder.INSTANCE;
    }

    private Entry entry(String[] field) {
        return new Entry(
                entries.size(),
                field[2],
                field[3].equals("rcp"),
                Integer.parseInt(field[4]),
                Integer.parseInt(field[5]),
                Integer.parseInt(field[6]));
    }

    private static ConditionKey key(String name, String type) {
        return Objects.requireNonNull(ConditionKey.of(name, type), type);
    }

    SortedSet<String> prefixes() {
        return new TreeSet<>(entries.keySet());
    }

    /** Whether a service has the prefix, which is in lower case. */
    boolean has(String prefix) {
        return entries.containsKey(prefix);
    }

    List<ConditionKey> globalKeys() {
        return globalKeys;
    }

    /** Prefixes of condition keys that are no service's, with the services that have such keys. */
    Map<String, List<String>> aliases() {
        return aliases;
    }

    /** The services that have resources whose ARNs have this service part. */
    List<String> arnServices(String part) {
        return arnServices.getOrDefault(part, List.of());
    }

    @Nullable
    Service service(String prefix) {
        String lower = AsciiCase.lower(prefix);
        Entry entry = entries.get(lower);
        if (entry == null) {
            return null;
        }
        Service known = loaded.get(entry.number);
        if (known != null) {
            return known;
        }
        Service read = ServiceBlock.read(lower, entry.name, entry.rcp, inflate(entry));
        return loaded.compareAndSet(entry.number, null, read) ? read : loaded.get(entry.number);
    }

    private String inflate(Entry entry) {
        byte[] text = new byte[entry.size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(blocks, entry.at, entry.packed);
            if (inflater.inflate(text) != entry.size) {
                throw new IllegalStateException("the block of a service is shorter than its index says");
            }
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("the block of a service cannot be inflated", damaged);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Objects.requireNonNull(AwsServices.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Holder {
        static final AwsServices INSTANCE = new AwsServices();
    }
}
