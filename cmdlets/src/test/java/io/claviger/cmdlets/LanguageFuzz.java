package io.claviger.cmdlets;

import io.claviger.cmdlets.language.Parsed;
import io.claviger.cmdlets.language.Parser;
import io.claviger.cmdlets.language.Source;
import java.nio.charset.StandardCharsets;

/** Parses arbitrary bytes: every text has an answer, and none throws. An entry point for Jazzer. */
public final class LanguageFuzz {

    private LanguageFuzz() {}

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        switch (Parser.parse(new Source("", text))) {
            case Parsed.Script script -> script.body().parameters();
            case Parsed.Incomplete incomplete -> check(text, incomplete.message(), incomplete.offset());
            case Parsed.Wrong wrong -> check(text, wrong.message(), wrong.offset());
        }
    }

    private static void check(String text, String message, int offset) {
        if (message.isBlank() || offset < 0 || offset > text.length()) {
            throw new AssertionError("no answer: " + message + " at " + offset);
        }
    }
}
