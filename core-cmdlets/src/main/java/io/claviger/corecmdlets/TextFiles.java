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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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

    /** The parameter for a file's encoding. A file with a byte order mark is read as the mark says. */
    static Parameter encoding() {
        return Parameter.of("Encoding", ParameterType.STRING, "utf8 when not given.")
                .only(
                        "ascii",
                        "ansi",
                        "bigendianunicode",
                        "bigendianutf32",
                        "latin1",
                        "oem",
                        "unicode",
                        "utf8",
                        "utf8BOM",
                        "utf8NoBOM",
                        "utf32");
    }

    /** Writes a text as {@code -Append}, {@code -NoClobber} and {@code -Encoding} say. */
    static void write(String name, String text, Arguments arguments, CmdletContext context) {
        boolean append = arguments.flag("Append");
        FileEncoding encoding = FileEncoding.named(arguments.word("Encoding", "utf8"));
        boolean goesOn = append && exists(name, context);
        FileEncoding fitting =
                goesOn && !arguments.has("Encoding") ? FileEncoding.marked(bytes(name, context), encoding) : encoding;
        byte[] written = fitting.bytes(text, goesOn);
        write(name, written, append, arguments.flag("NoClobber"), context);
    }

    static boolean exists(String name, CmdletContext context) {
        return java.nio.file.Files.exists(path(name, context));
    }

    /** The text of a file, without its byte order mark. */
    static String read(String name, Arguments arguments, CmdletContext context) {
        FileEncoding given = FileEncoding.named(arguments.word("Encoding", "utf8"));
        return FileEncoding.text(bytes(name, context), given);
    }

    /** What a file has. */
    static byte[] bytes(String name, CmdletContext context) {
        Path path = path(name, context);
        try {
            byte[] bytes = content(path);
            if (bytes.length > LARGEST) {
                throw failed(ErrorCategory.READ_ERROR, "The file '" + path + "' is larger than " + LARGEST + " bytes.");
            }
            return bytes;
        } catch (NoSuchFileException _) {
            Path folder = path.getParent();
            boolean part = folder != null && !java.nio.file.Files.isDirectory(folder);
            throw failed(
                    ErrorCategory.OBJECT_NOT_FOUND,
                    part ? "Could not find a part of the path '" + path + "'." : "Could not find file '" + path + "'.");
        } catch (IOException e) {
            throw failed(ErrorCategory.READ_ERROR, reason(e, path));
        }
    }

    /** Reads at most one byte more than allowed, since some files have neither a size nor an end. */
    private static byte[] content(Path path) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(path)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    static void write(String name, byte[] text, boolean append, boolean keepOld, CmdletContext context) {
        Path path = path(name, context);
        try {
            StandardOpenOption how = append
                    ? StandardOpenOption.APPEND
                    : keepOld ? StandardOpenOption.CREATE_NEW : StandardOpenOption.TRUNCATE_EXISTING;
            java.nio.file.Files.write(path, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (FileAlreadyExistsException _) {
            throw failed(ErrorCategory.RESOURCE_EXISTS, "The file '" + path + "' already exists.");
        } catch (NoSuchFileException _) {
            throw failed(ErrorCategory.OPEN_ERROR, "Could not find a part of the path '" + path + "'.");
        } catch (IOException e) {
            throw failed(ErrorCategory.OPEN_ERROR, reason(e, path));
        }
    }

    /** As .NET says it, where a folder is a file that nobody may open. */
    private static String reason(IOException e, Path path) {
        if (e instanceof AccessDeniedException || java.nio.file.Files.isDirectory(path)) {
            return "Access to the path '" + path + "' is denied.";
        }
        String system = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return (system == null ? e.getClass().getSimpleName() : system) + " : '" + path + "'";
    }

    private static TerminatingError failed(ErrorCategory category, String message) {
        return new TerminatingError(ErrorRecord.of(category, "FileOpenFailure", "System.IO.IOException", message));
    }
}
