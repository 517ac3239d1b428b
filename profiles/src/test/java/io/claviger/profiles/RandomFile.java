package io.claviger.profiles;

import java.util.List;
import java.util.Random;

/** Files as people, programs and accidents leave them. */
final class RandomFile {

    private static final List<String> NAMES = List.of("default", "a", "b", "work.x/y");
    private static final List<String> KEYS = List.of("k", "region", "aws_access_key_id", "s3");

    private RandomFile() {}

    static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    static String key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    static String text(Random random) {
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "\uFEFF" : "");
        int lines = random.nextInt(16);
        for (int i = 0; i < lines; i++) {
            text.append(line(random)).append(i == lines - 1 && random.nextBoolean() ? "" : end);
        }
        return text.toString();
    }

    private static String line(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "[" + name(random) + "]";
            case 1 -> "[profile " + name(random) + "]";
            case 2 -> " [ profile\t" + name(random) + " ] # remark";
            case 3 -> "[sso-session " + name(random) + "]";
            case 4 -> "";
            case 5 -> "# " + key(random) + " = commented";
            case 6 -> "  nested = " + random.nextInt(10);
            case 7 -> "no sign";
            case 8 -> key(random).toUpperCase(java.util.Locale.ROOT) + ": " + random.nextInt(10);
            case 9 -> random.nextBoolean() ? "[broken" : "\t";
            default -> key(random) + (random.nextBoolean() ? " = " : "=") + random.nextInt(1000);
        };
    }
}
