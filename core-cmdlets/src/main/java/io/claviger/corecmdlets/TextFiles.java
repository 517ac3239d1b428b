package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Text files that cmdlets read and write, in UTF-8. */
final class TextFiles {

    private static final int LARGEST = 64 << 20;

    private TextFiles() {}

    static Path path(String name, CmdletContext context) {
        try {
            boolean home = name.equals("~") || name.startsWith("~/");
            return home
                    ? context.session().home().resolve(name.length() > 2 ? name.substring(2) : "")
                    : context.session().folder().resolve(name);
        } catch (InvalidPathException _) {
            throw new TerminatingError(ErrorRecord.argument("The path '" + name + "' is not valid."));
        }
    }

    /** The parameter for a written file's encoding. Files are always read as UTF-8. */
    static Parameter encoding() {
        return Parameter.of("Encoding", ParameterType.STRING, "utf8 when not given; ascii puts ? for other characters.")
                .only("utf8", "utf8NoBOM", "utf8BOM", "ascii");
    }

    /** The text for an encoding: with a byte order mark if it has one. */
    private static String encoded(Arguments arguments, String text, boolean goesOn) {
        return switch (arguments.word("Encoding", "utf8")) {
            case "ascii" -> new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
            case "utf8bom" -> goesOn ? text : "\ufeff" + text;
            default -> text;
        };
    }

    /** Writes a text as {@code -Append}, {@code -NoClobber} and {@code -Encoding} say. */
    static void write(String name, String text, Arguments arguments, CmdletContext context) {
        boolean append = arguments.flag("Append");
        String written = encoded(arguments, text, append && exists(name, context));
        write(name, written, append, arguments.flag("NoClobber"), context);
    }

    static boolean exists(String name, CmdletContext context) {
        return java.nio.file.Files.exists(path(name, context));
    }

    static String read(String name, CmdletContext context) {
        Path path = path(name, context);
        try {
            byte[] bytes = content(path);
            if (bytes.length > LARGEST) {
                throw failed(ErrorCategory.READ_ERROR, "The file '" + path + "' is larger than " + LARGEST + " bytes.");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (NoSuchFileException _) {
            throw failed(ErrorCategory.OBJECT_NOT_FOUND, "Could not find file '" + path + "'.");
        } catch (IOException _) {
            throw failed(ErrorCategory.READ_ERROR, "Access to the path '" + path + "' is denied.");
        }
    }

    /** Reads at most one byte more than allowed, since some files have neither a size nor an end. */
    private static byte[] content(Path path) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(path)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    private static void write(String name, String text, boolean append, boolean keepOld, CmdletContext context) {
        Path path = path(name, context);
        try {
            StandardOpenOption how = append
                    ? StandardOpenOption.APPEND
                    : keepOld ? StandardOpenOption.CREATE_NEW : StandardOpenOption.TRUNCATE_EXISTING;
            java.nio.file.Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (FileAlreadyExistsException _) {
            throw failed(ErrorCategory.RESOURCE_EXISTS, "The file '" + path + "' already exists.");
        } catch (NoSuchFileException _) {
            throw failed(ErrorCategory.OPEN_ERROR, "Could not find a part of the path '" + path + "'.");
        } catch (IOException _) {
            throw failed(ErrorCategory.OPEN_ERROR, "Access to the path '" + path + "' is denied.");
        }
    }

    private static TerminatingError failed(ErrorCategory category, String message) {
        return new TerminatingError(ErrorRecord.of(category, "FileOpenFailure", "System.IO.IOException", message));
    }
}
