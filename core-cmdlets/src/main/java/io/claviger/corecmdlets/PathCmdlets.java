package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Wildcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Test-Path, Join-Path and Split-Path. */
final class PathCmdlets {

    private PathCmdlets() {}

    private static Parameter path() {
        return Parameter.of("Path", ParameterType.STRING.many(), "The paths.")
                .alias("LiteralPath", "PSPath")
                .at(0)
                .required()
                .byValue()
                .byPropertyName();
    }

    static Cmdlet testPath() {
        return Cmdlet.of(
                CoreDescriptions.management("Test-Path", "Whether there is a file, a folder or a variable.")
                        .with(
                                path(),
                                Parameter.of("PathType", ParameterType.STRING, "Leaf: files alone; Container: folders.")
                                        .only("Any", "Container", "Leaf"),
                                Parameter.flag("IsValid", "Whether the path could be one."))
                        .withExample("if (Test-Path users.csv) { Import-Csv users.csv }")
                        .withOutput("System.Boolean"),
                (arguments, context) -> {
                    for (String one : arguments.texts("Path")) {
                        context.write(arguments.flag("IsValid") ? !one.isEmpty() : exists(one, arguments, context));
                    }
                });
    }

    private static boolean exists(String path, Arguments arguments, CmdletContext context) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.startsWith("env:")) {
            return context.session()
                    .environment()
                    .containsKey(path.substring(path.lastIndexOf('\\') + 1).replaceFirst("(?i)^env:", ""));
        }
        if (lower.startsWith("variable:")) {
            return context.session().variable(path.substring("variable:".length())) != null;
        }
        String type = arguments.word("PathType", "any");
        if (!Wildcard.isIn(path)) {
            return !path.isBlank() && fits(TextFiles.path(path, context), type);
        }
        Path pattern = TextFiles.path(path.replace('*', '\u0001').replace('?', '\u0002'), context);
        String name =
                String.valueOf(pattern.getFileName()).replace('\u0001', '*').replace('\u0002', '?');
        Path folder = pattern.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    file -> Wildcard.matches(name, String.valueOf(file.getFileName()), true) && fits(file, type));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean fits(Path path, String type) {
        return switch (type) {
            case "leaf" -> Files.exists(path) && !Files.isDirectory(path);
            case "container" -> Files.isDirectory(path);
            default -> Files.exists(path);
        };
    }

    static Cmdlet joinPath() {
        return Cmdlet.of(
                CoreDescriptions.management("Join-Path", "A path made of its parts.")
                        .with(
                                path(),
                                Parameter.of("ChildPath", ParameterType.STRING, "The part after it.")
                                        .at(1)
                                        .required(),
                                Parameter.of("AdditionalChildPath", ParameterType.STRING.many(), "Further parts.")
                                        .at(2)
                                        .rest())
                        .withExample("Join-Path $HOME users.csv")
                        .withOutput("System.String"),
                (arguments, context) -> {
                    for (String one : arguments.texts("Path")) {
                        String joined = joined(one, arguments.text("ChildPath").orElse(""));
                        for (String further : arguments.texts("AdditionalChildPath")) {
                            joined = joined(joined, further);
                        }
                        context.write(joined);
                    }
                });
    }

    private static String joined(String path, String child) {
        String before = path.replace('\\', '/').replaceFirst("/+$", "");
        String after = child.replace('\\', '/').replaceFirst("^/+", "");
        return path.isEmpty() ? child.replace('\\', '/') : before + "/" + after;
    }

    static Cmdlet splitPath() {
        return Cmdlet.of(
                CoreDescriptions.management("Split-Path", "A part of a path: its folder, unless you ask for another.")
                        .with(
                                path(),
                                Parameter.flag("Parent", "The folder."),
                                Parameter.flag("Leaf", "The name."),
                                Parameter.flag("LeafBase", "The name without its extension."),
                                Parameter.flag("Extension", "The extension with its dot."),
                                Parameter.flag("IsAbsolute", "Whether it begins at the root."))
                        .withExample("Split-Path ./reports/users.csv -Leaf")
                        .withOutput("System.String"),
                (arguments, context) -> {
                    for (String one : arguments.texts("Path")) {
                        context.write(part(one.replace('\\', '/'), arguments));
                    }
                });
    }

    private static Object part(String path, Arguments arguments) {
        String plain = path.length() > 1 ? path.replaceFirst("/+$", "") : path;
        int slash = plain.lastIndexOf('/');
        String leaf = plain.substring(slash + 1);
        int dot = leaf.lastIndexOf('.');
        if (arguments.flag("IsAbsolute")) {
            return path.startsWith("/");
        }
        if (arguments.flag("Leaf")) {
            return leaf;
        }
        if (arguments.flag("LeafBase")) {
            return dot < 0 ? leaf : leaf.substring(0, dot);
        }
        if (arguments.flag("Extension")) {
            return dot < 0 ? "" : leaf.substring(dot);
        }
        return slash > 0 ? plain.substring(0, slash) : slash == 0 && plain.length() > 1 ? "/" : "";
    }
}
