package io.claviger.server.console;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file of the console, as it is and in the compressed forms that the build made of it. Immutable.
 *
 * @param type the value of {@code Content-Type}
 * @param forms the smallest first; the last is the file as it is
 */
record PageFile(String type, List<Form> forms) {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("md", "text/plain;charset=utf-8"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"));

    private static final String UNKNOWN = "application/octet-stream";
    private static final int TAG_BYTES = 12;

    /** Copies the list. */
    PageFile {
        forms = List.copyOf(forms);
    }

    /**
     * A form of a file.
     *
     * @param encoding the value of {@code Content-Encoding}; empty for the file as it is
     * @param tag the value of {@code ETag}
     */
    @SuppressWarnings("ArrayRecordComponent") // a file's bytes, never compared, and nobody changes them
    record Form(Optional<String> encoding, String tag, byte[] content) {

        private static Form of(@Nullable String encoding, byte[] content) {
            return new Form(Optional.ofNullable(encoding), '"' + hash(content) + '"', content);
        }

        /** Whether a browser that names these tags in {@code If-None-Match} has this form. */
        boolean isIn(String tags) {
            return Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
        }

        private static String hash(byte[] content) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    /** Reads a file and the forms beside it; empty if there is no such file. */
    static Optional<PageFile> read(String name, Function<String, byte @Nullable []> files) {
        byte[] plain = files.apply(name);
        if (plain == null) {
            return Optional.empty();
        }
        List<Form> forms = new ArrayList<>();
        byte[] brotli = files.apply(name + ".br");
        if (brotli != null) {
            forms.add(Form.of("br", brotli));
        }
        byte[] gzip = files.apply(name + ".gz");
        if (gzip != null) {
            forms.add(Form.of("gzip", gzip));
        }
        forms.add(Form.of(null, plain));
        return Optional.of(new PageFile(TYPES.getOrDefault(extension(name), UNKNOWN), forms));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * The smallest form that the browser takes.
     *
     * @param accepted the value of {@code Accept-Encoding}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding">RFC 9110, Accept-Encoding</a>
     */
    Form bestFor(String accepted) {
        return forms.stream()
                .filter(form -> form.encoding().stream().allMatch(encoding -> accepts(accepted, encoding)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean accepts(String accepted, String encoding) {
        return Arrays.stream(accepted.split(","))
                .map(coding -> coding.strip().split(";"))
                .anyMatch(coding -> coding[0].strip().equalsIgnoreCase(encoding)
                        && Arrays.stream(coding).skip(1).noneMatch(PageFile::isZero));
    }

    private static boolean isZero(String parameter) {
        return parameter.strip().matches("q=0(?:\\.0*)?");
    }
}
