package tandem.tables;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is whole or absent: written beside its place as {@code name.tmp} and moved there in one step. */
final class StagedFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final OutputStream file;
    private final HashingOutputStream stream;
    private boolean open = true;

    StagedFile(Path target) throws IOException {
        this.target = target;
        this.temporary = target.resolveSibling(target.getFileName() + ".tmp");
        this.file = Files.newOutputStream(temporary);
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
