package tandem.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tandem.tables.RefusedFolderException;

/** Writes pages: whole or not at all, and over nothing but an earlier page of Tandem. */
public final class ReportFile {
    /** Near the top of every page. */
    private static final String MARK = "<meta name=\"generator\" content=\"tandem report\">";

    private static final int TOP = 400;

    private ReportFile() {}

    /**
     * Puts a page into a file.
     *
     * @throws RefusedFolderException if there is a file that is no page of Tandem
     */
    public static void write(Path file, String page) throws IOException, RefusedFolderException {
        check(file);
        place(file, page);
    }

    /** Refuses to write over what Tandem has not written. */
    static void check(Path file) throws IOException, RefusedFolderException {
        if (Files.isDirectory(file)) {
            throw new RefusedFolderException(file + " is a folder; name a file for the page.");
        }
        if (Files.exists(file) && !isPage(file)) {
            throw new RefusedFolderException(
                    file + " is no report of Tandem and is left as it is; choose another file with --out.");
        }
    }

    static boolean isPage(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(TOP), StandardCharsets.UTF_8).contains(MARK);
        }
    }

    static void place(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        // In a folder of its own, so that it takes the place of no other file on its way.
        Path staging = Files.createTempDirectory(target.resolveSibling("."), ".tandem-report-");
        Path beside = staging.resolve("page");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
            Files.delete(staging);
        }
    }
}
