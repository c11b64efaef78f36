package tandem.tables;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** A file that is whole or absent: written beside its place as {@code name.tmp} and moved there in one step. */
final class StagedFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final OutputStream file;
    private final HashingOutputStream stream;
    private boolean open = true;

    StagedFile(Path target) throws IOException {
        this(target, false);
    }

    /** @param compressed whether what is written goes into the file as gzip; its SHA-256 is that of what is written */
    StagedFile(Path target, boolean compressed) throws IOException {
        this.target = target;
        this.temporary = target.resolveSibling(target.getFileName() + ".tmp");
        OutputStream raw = Files.newOutputStream(temporary);
        // Its header has neither time nor name nor system: the same bytes wherever the library compresses alike.
        this.file = compressed ? new GZIPOutputStream(raw, BUFFER) : raw;
        this.stream = new HashingOutputStream(Hashing.sha256(), file);
    }

    /** Where the bytes go; unbuffered. */
    OutputStream stream() {
        return stream;
    }

    /** Moves the file to its place; returns its SHA-256 in lower-case hexadecimal digits. */
    String finish() throws IOException {
        file.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        open = false;
        return stream.hash().toString();
    }

    /** Drops the file unless it was finished. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            file.close();
            Files.deleteIfExists(temporary);
        }
    }
}
