package tandem.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock that one process at a time holds, in a file that goes with it. The operating system drops the lock of a
 * process that is killed.
 *
 * <p>Since the file is deleted by who holds the lock, somebody may open it just before and lock it just after: a file
 * without a name, which keeps nobody out. So whoever has locked a file gives it a size of its own and looks whether the
 * file of that name has it; else all starts anew. (Numbers of files are used again at once, and reading the file would
 * release the lock when it is closed; a size does neither.)
 */
final class FolderLock implements Closeable {
    private static final int SIZES = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock; empty while somebody else holds it. */
    static Optional<FolderLock> acquire(Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!isLocked(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                if (hasName(channel, file)) {
                    return Optional.of(new FolderLock(file, channel));
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether a locked file is the one that the name leads to. */
    private static boolean hasName(FileChannel channel, Path file) throws IOException {
        int size = 1 + Math.floorMod(System.nanoTime(), SIZES);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), size - 1L);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes the file and gives the lock free. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
