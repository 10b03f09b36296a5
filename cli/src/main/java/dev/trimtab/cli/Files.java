package dev.trimtab.cli;

import dev.trimtab.cli.client.WrongInputException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the person named. */
final class Files {
    private Files() {}

    /** @throws WrongInputException when it cannot be read as UTF-8 text */
    static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new WrongInputException("there is no file " + file, e);
        } catch (IOException e) {
            throw new WrongInputException("file " + file + " cannot be read as text", e);
        }
    }
}
