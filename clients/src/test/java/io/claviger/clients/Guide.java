package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, as what it has its reader type. A block fenced as {@code sh} and a word is typed into the
 * terminal of that name; a block that follows one and is fenced as {@code text} or {@code json} is what the reader then
 * sees, in which {@code …} stands for whatever differs each time. A block fenced as {@code powershell} and a word is both,
 * at the prompt of the cmdlets in that terminal: what stands behind a prompt is typed, the rest is seen.
 *
 * @param page the path from the repository's root
 */
record Guide(String page, List<Block> blocks) {

    private static final Pattern FENCE = Pattern.compile("^```(\\w*) *(\\w*)$");
    private static final Pattern TYPED = Pattern.compile("^(?:\\./claviger|\\w+/run|scripts/|aws |mvn |curl ).*");
    private static final String INDENT = "    ";

    /**
     * A block of code.
     *
     * @param language what the page says that it is; empty where it does not say
     * @param terminal where it is typed; empty where it is not said, and nowhere
     * @param line the number of its first line in the page
     */
    record Block(String language, String terminal, int line, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        /** Whether it is something to be typed, said or unsaid. */
        boolean isTyped() {
            return language.equals("sh")
                    || (language.isEmpty()
                            && lines.stream()
                                    .anyMatch(typed -> TYPED.matcher(typed).matches()));
        }

        /** Whether it shows both what is typed and what is seen. */
        boolean isTranscript() {
            return language.equals("powershell");
        }

        boolean isOutput() {
            return terminal.isEmpty() && (language.equals("text") || language.equals("json"));
        }
    }

    /** What is typed into a terminal, and what is then seen, where the page shows it. */
    record Step(Block typed, Optional<String> seen) {}

    /** Every page that a reader may type from. */
    static List<Guide> all() throws IOException {
        Path root = Commands.module().resolveSibling("");
        List<Guide> guides = new ArrayList<>(List.of(read(root, root.resolve("README.md"))));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            for (Path page : docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                guides.add(read(root, page));
            }
        }
        return guides;
    }

    private static Guide read(Path root, Path page) throws IOException {
        return new Guide(root.relativize(page).toString(), blocks(Files.readAllLines(page)));
    }

    static List<Block> blocks(List<String> page) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < page.size()) {
            Matcher fence = FENCE.matcher(page.get(at));
            List<String> lines = new ArrayList<>();
            int first = at + 1;
            if (fence.matches()) {
                for (at++; at < page.size() && !page.get(at).startsWith("```"); at++) {
                    lines.add(page.get(at));
                }
                blocks.add(new Block(fence.group(1), fence.group(2), first + 1, lines));
            } else if (page.get(at).startsWith(INDENT)
                    && (at == 0 || page.get(at - 1).isBlank())) {
                for (; at < page.size() && page.get(at).startsWith(INDENT); at++) {
                    lines.add(page.get(at).strip());
                }
                blocks.add(new Block("", "", first, lines));
            }
            at++;
        }
        return blocks;
    }

    /** What the reader types into named terminals, in order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!blocks.get(i).terminal().isEmpty()) {
                Optional<String> seen = Optional.of(i + 1)
                        .filter(next -> next < blocks.size())
                        .map(blocks::get)
                        .filter(Block::isOutput)
                        .map(Block::text);
                steps.add(new Step(blocks.get(i), seen));
            }
        }
        return steps;
    }
}
