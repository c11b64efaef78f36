package tandem.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes epochs.csv from rows that {@link EpochRowEncoder} made; run after run, in the order of their numbers. */
public final class EpochsWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final StagedFile file;
    private final OutputStream stream;
    private final Consumer<WrittenTable> onFinish;
    private long rows;

    EpochsWriter(Path folder, Consumer<WrittenTable> onFinish) throws IOException {
        this.file = new StagedFile(folder.resolve(ResultFile.EPOCHS.fileName()));
        this.stream = new BufferedOutputStream(file.stream(), BUFFER);
        this.onFinish = onFinish;
        stream.write((String.join(",", Schemas.epochs().header()) + "\n").getBytes(UTF_8));
    }

    /** The table on its own, outside a result folder. */
    public static EpochsWriter create(Path folder) throws IOException {
        return new EpochsWriter(folder, _ -> {});
    }

    /**
     * Appends a run.
     *
     * @param encoded rows of one run
     * @param rows how many they are
     */
    public void append(byte[] encoded, long rows) throws IOException {
        stream.write(encoded);
        this.rows += rows;
    }

    /** Completes the file and puts it in its place. */
    public WrittenTable finish() throws IOException {
        stream.flush();
        var written = new WrittenTable(ResultFile.EPOCHS.fileName(), rows, file.finish());
        onFinish.accept(written);
        return written;
    }

    /** Leaves no file unless {@link #finish} was called. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
