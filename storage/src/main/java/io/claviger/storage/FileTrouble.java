package io.claviger.storage;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be used, in words: the JDK's exceptions often hold nothing but the file's name. */
public final class FileTrouble {

    private FileTrouble() {}

    /**
     * The reason, to follow "cannot read FILE: "; of what is no trouble with files, its message.
     *
     * @param file the file that the sentence names already; if the trouble is with another one, the reason names it
     */
    public static String reason(Exception trouble, Path file) {
        String reason = trouble instanceof IOException ofFile ? reason(ofFile) : said(trouble.getMessage());
        String other = trouble instanceof FileSystemException named ? named.getFile() : null;
        return other == null || other.isEmpty() || other.equals(file.toString()) || isSame(other, file)
                ? reason
                : other + ": " + reason;
    }

    private static boolean isSame(String other, Path file) {
        return Path.of(other)
                .toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize());
    }

    private static String reason(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file or directory";
            case FileAlreadyExistsException _ -> "something of that name is in the way";
            case NotDirectoryException _ -> "it is not a directory";
            case FileSystemLoopException _ -> "its links form a circle";
            case FileSystemException named -> said(named.getReason());
            case CharacterCodingException _ -> "it is not text in UTF-8";
            default -> said(trouble.getMessage());
        };
    }

    /** As systems say it: "No space left on device". */
    private static String said(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "the system gives no reason";
        }
        boolean oneCapital = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return oneCapital ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
