package io.claviger.server.declared;

import io.claviger.iam.Base32;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.HardwareTokens.Bought;
import io.claviger.server.declared.Declaration.HardwareToken;
import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file that comes with hardware tokens: a line for each with its serial number, its seed, and the seconds that a code is
 * shown if they are not 30, with commas between them. Empty lines and lines that begin with {@code #} count for nothing.
 *
 * @param file where it is
 * @param named where it is declared
 */
record SeedsFile(Path file, Place named) {

    /** As AWS's serial numbers are. */
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[\\w+=/:,.@-]{9,256}");

    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)(?:[0-9a-f]{2})+");
    private static final Pattern BASE_32 = Pattern.compile("(?i)[a-z2-7]+=*");

    /** RFC 4226, section 4, requirement 6; and what HMAC-SHA-1 uses without hashing it first. */
    private static final int FEWEST_BYTES = 16;

    private static final int MOST_BYTES = 64;
    private static final String ARN = "arn:";

    /**
     * Reads all lines.
     *
     * @throws UnusableSetting if one of them is wrong; the message names the line, and repeats no seed
     */
    List<HardwareToken> read() {
        try {
            List<HardwareToken> tokens = new ArrayList<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    tokens.add(token(new Place(file, number), text.split(",", -1)));
                }
            }
            return tokens;
        } catch (IOException e) {
            throw named.wrong("seeds_file: " + file + " cannot be read: " + FileTrouble.reason(e, file));
        }
    }

    private static HardwareToken token(Place place, String[] fields) {
        if (fields.length < 2 || fields.length > 3) {
            throw place.wrong("a line is a serial number and a seed, or these and 60, with commas between them");
        }
        int step = fields.length == 2 ? 30 : step(place, fields[2].strip());
        return new HardwareToken(
                place, new Bought(serialNumber(place, fields[0].strip()), seed(place, fields[1].strip()), step));
    }

    private static String serialNumber(Place place, String text) {
        if (!SERIAL_NUMBER.matcher(text).matches()
                || text.toLowerCase(Locale.ROOT).startsWith(ARN)) {
            throw place.wrong(
                    "the serial number must have 9 to 256 letters, digits and _+=/:.@-, and not begin with " + ARN);
        }
        return text;
    }

    private static String seed(Place place, String text) {
        byte[] seed = bytes(place, text);
        if (seed.length < FEWEST_BYTES || seed.length > MOST_BYTES) {
            throw place.wrong(
                    "the seed must have " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes, and has " + seed.length);
        }
        return Base32.encode(seed);
    }

    /** A text that is both is hexadecimal: there is hardly a seed of which base 32 makes digits up to f alone. */
    private static byte[] bytes(Place place, String text) {
        if (HEXADECIMAL.matcher(text).matches()) {
            return HexFormat.of().parseHex(text);
        }
        if (BASE_32.matcher(text).matches()) {
            return Base32.decode(text.replace("=", "").toUpperCase(Locale.ROOT));
        }
        throw place.wrong("the seed must be hexadecimal or in Base32");
    }

    private static int step(Place place, String text) {
        return switch (text) {
            case "30" -> 30;
            case "60" -> 60;
            default -> throw place.wrong("the third column must be 30 or 60: for how many seconds a code is shown");
        };
    }
}
