package io.claviger.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Seeded random requests that keep every constraint, and random responses. */
final class RandomModels {

    private static final int MAX_TEXT = 24;

    /** A text for each pattern that is no repeated class. */
    private static final Map<String, List<String>> SAMPLES = Map.of(
            "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)", List.of("/", "/a/b!~/", "//x//"),
            "\\u002F[\\u0021-\\u007F]*", List.of("/", "/a/b", "/~"),
            "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/", List.of("/", "/a.b/c@d/"),
            "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?", List.of("v1", "v20.a-b"),
            "^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", List.of("my-alias", "a1b"),
            "^p-[0-9a-zA-Z_]{8,128}$", List.of("p-abcdefgh"),
            "^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*", List.of("o-a1b2c3d4e5/r-f6g7/ou-1"),
            "^http(s?)://[a-zA-Z0-9._/-]*(\\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$",
                    List.of("https://example.com/x?a=b#c", "http://x"),
            "\\d{12}", List.of("123456789012"),
            "^[A-Za-z][A-Za-z0-9/_-]*$", List.of("Space/Name"));

    private final Random random;

    RandomModels(long seed) {
        this.random = new Random(seed);
    }

    AwsRequest request(OperationModel operation) {
        SdkPojo builder = operation.input().newBuilder();
        fill(operation.input().shape(), builder);
        return OperationModel.Input.build(builder);
    }

    private void fill(InputShape shape, SdkPojo builder) {
        boolean any = false;
        int left = shape.members().size();
        for (InputMember member : shape.members()) {
            left--;
            if (member.constraint().required() || random.nextBoolean() || (left == 0 && !any)) {
                member.field().set(builder, value(member));
                any = true;
            }
        }
    }

    private Object value(InputMember member) {
        return switch (member.kind()) {
            case STRING -> text(member.constraint());
            case INTEGER -> Math.toIntExact(number(member.constraint()));
            case LONG -> number(member.constraint());
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case TIMESTAMP -> moment();
            case BLOB -> SdkBytes.fromByteArray(new byte[] {1, 2, 3});
            case STRUCTURE -> {
                SdkPojo builder = orThrow(member.constructor()).get();
                fill(orThrow(member.structure()), builder);
                yield ((Buildable) builder).build();
            }
            case LIST -> {
                List<Object> values = new ArrayList<>();
                for (int i = size(member.constraint()); i > 0; i--) {
                    values.add(value(orThrow(member.element())));
                }
                yield values;
            }
            case MAP -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                for (int i = 1 + size(member.constraint()); i > 0; i--) {
                    entries.put("Key/" + i, value(orThrow(member.element())));
                }
                yield entries;
            }
        };
    }

    private static <T> T orThrow(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The model lacks a shape");
        }
        return value;
    }

    private int size(Constraint constraint) {
        int least = constraint.min() == null ? 0 : Math.toIntExact(constraint.min());
        return least + random.nextInt(3);
    }

    private long number(Constraint constraint) {
        long least = constraint.min() == null ? 0 : constraint.min();
        long greatest = constraint.max() == null ? least + 100 : constraint.max();
        return random.nextLong(least, greatest + 1);
    }

    private String text(Constraint constraint) {
        if (!constraint.values().isEmpty()) {
            return constraint.values().get(random.nextInt(constraint.values().size()));
        }
        ValuePattern pattern = constraint.pattern();
        if (pattern != null && SAMPLES.containsKey(pattern.text())) {
            List<String> samples = orThrow(SAMPLES.get(pattern.text()));
            return samples.get(random.nextInt(samples.size()));
        }
        long least = constraint.min() == null ? 1 : Math.max(constraint.min(), 1);
        long greatest = constraint.max() == null ? least + MAX_TEXT : Math.min(constraint.max(), least + MAX_TEXT);
        int length = Math.toIntExact(random.nextLong(least, greatest + 1));
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(character(pattern));
        }
        return text.toString();
    }

    private int character(@Nullable ValuePattern pattern) {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            int candidate = random.nextInt(4) == 0 ? xmlCharacter() : random.nextInt(32, 127);
            if (pattern == null || pattern.matches(Character.toString(candidate))) {
                return candidate;
            }
        }
        throw new IllegalStateException(
                "No sample for the pattern " + orThrow(pattern).text());
    }

    AwsResponse response(OperationModel operation) {
        SdkPojo builder = ModelClasses.newBuilder(operation.output().responseClass());
        fillFreely(builder, operation.output().responseClass(), 0);
        return ((AwsResponse.Builder) builder).build();
    }

    private void fillFreely(SdkPojo builder, Class<?> structure, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (random.nextInt(5) > 0) {
                boolean policy = Quirks.isPercentEncoded(structure, field.locationName());
                field.set(builder, policy ? "a-Z.0_9~" : freeValue(field, depth));
            }
        }
    }

    private Object freeValue(SdkField<?> field, int depth) {
        return switch (ValueKind.of(field)) {
            case STRING -> freeText();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case TIMESTAMP -> moment();
            case BLOB -> {
                byte[] bytes = new byte[random.nextInt(1, 40)];
                random.nextBytes(bytes);
                yield SdkBytes.fromByteArray(bytes);
            }
            case STRUCTURE -> {
                SdkPojo builder = field.constructor().get();
                fillFreely(builder, ((Buildable) builder).build().getClass(), depth + 1);
                yield ((Buildable) builder).build();
            }
            case LIST -> {
                List<Object> values = new ArrayList<>();
                for (int i = depth > 4 ? 0 : random.nextInt(3); i > 0; i--) {
                    values.add(freeValue(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), depth + 1));
                }
                yield values;
            }
            case MAP -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    entries.put(
                            freeText(),
                            freeValue(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), depth + 1));
                }
                yield entries;
            }
        };
    }

    private String freeText() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, MAX_TEXT); i > 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? xmlCharacter() : "<>&\"'\r\n\t ]x".charAt(random.nextInt(11)));
        }
        return text.toString();
    }

    /** Any character that XML 1.0 can hold. */
    private int xmlCharacter() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20, 0x80);
            case 1 -> random.nextInt(0x80, 0xD800);
            case 2 -> random.nextInt(0xE000, 0xFFFE);
            default -> random.nextInt(0x10000, 0x110000);
        };
    }

    private Instant moment() {
        return Instant.ofEpochSecond(random.nextLong(0, 253_402_300_800L));
    }
}
