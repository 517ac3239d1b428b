package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.server.http.Accept;
import io.claviger.server.http.Answer;
import io.claviger.sigv4.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console's files, each read once. What is in {@code assets/} has a hash of its content in its name, so a browser may
 * keep it; everything else it asks for again, and is answered with 304 if it has not changed. An open page that outlives an
 * upgrade finds its old files gone (404), and a new {@code index.html}. Thread-safe.
 */
final class Pages {

    private static final String INDEX = "index.html";
    private static final String HASHED = "assets/";
    private static final String HTML = "text/html";
    private static final Header KEPT_FOR_GOOD = new Header("Cache-Control", "public, max-age=31536000, immutable");
    private static final Header ASKED_AGAIN = new Header("Cache-Control", "no-cache");
    private static final Header VARIES = new Header("Vary", "Accept-Encoding");

    /** Names of files, which have an extension; nothing that could lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    private static final String NOT_BUILT = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Claviger</title></head>
            <body><h1>The console is not there</h1>
            <p>This Claviger was built without the pages of its web console. They need npm: with it,
            <code>./claviger build</code> builds them. Everything else works.</p></body></html>
            """;

    private final Function<String, byte @Nullable []> files;
    private final ConcurrentMap<String, PageFile> read = new ConcurrentHashMap<>();

    /** Pages of these files, by their names below the console; null for one that there is not. */
    Pages(Function<String, byte @Nullable []> files) {
        this.files = files;
    }

    /** Whether the pages were built. */
    boolean areThere() {
        return file(INDEX).isPresent();
    }

    /**
     * What is at a path.
     *
     * @param path below the console, such as {@code assets/app-1a2b3c4d.js}; empty for the console itself
     */
    Answer at(String path, Browser browser) {
        boolean isHashed = path.startsWith(HASHED);
        Optional<PageFile> named = path.isEmpty() ? Optional.empty() : file(path);
        if (named.isPresent()) {
            return answer(named.get(), isHashed ? KEPT_FOR_GOOD : ASKED_AGAIN, browser);
        }
        boolean isPage = path.isEmpty()
                || (!isHashed && Accept.ranges(browser.incoming().request()).contains(HTML));
        if (!isPage) {
            return new Answer(404, Answer.PLAIN, "Not found\n".getBytes(UTF_8), List.of(ASKED_AGAIN));
        }
        return file(INDEX)
                .map(index -> answer(index, ASKED_AGAIN, browser))
                .orElseGet(() ->
                        new Answer(404, HTML + ";charset=utf-8", NOT_BUILT.getBytes(UTF_8), List.of(ASKED_AGAIN)));
    }

    private Optional<PageFile> file(String name) {
        PageFile known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<PageFile> file = PageFile.read(name, files);
        file.ifPresent(found -> read.put(name, found));
        return file;
    }

    /** A file in the form that the browser takes, unless it has it. */
    static Answer answer(PageFile file, Header caching, Browser browser) {
        PageFile.Form form = file.bestFor(browser.header("Accept-Encoding").orElse(""));
        List<Header> headers = new ArrayList<>(List.of(caching, VARIES, new Header("ETag", form.tag())));
        if (browser.header("If-None-Match").filter(form::isIn).isPresent()) {
            return new Answer(304, file.type(), new byte[0], headers);
        }
        form.encoding().ifPresent(encoding -> headers.add(new Header("Content-Encoding", encoding)));
        return new Answer(200, file.type(), form.content(), headers);
    }
}
