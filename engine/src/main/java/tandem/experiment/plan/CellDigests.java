package tandem.experiment.plan;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first 16 bytes of the SHA-256 of every resolved cell: equal where cells are equal in all that decides a run but seed and replicate. */
public final class CellDigests {
    private long[] words = new long[16];
    private int length;

    CellDigests() {}

    static HashCode digest(String resolvedText) {
        return Hashing.sha256().hashString(resolvedText, StandardCharsets.UTF_8);
    }

    /** The digest of the next cell. */
    void add(HashCode digest) {
        if (length == words.length) {
            words = Arrays.copyOf(words, Math.multiplyExact(2, words.length));
        }
        var bytes = ByteBuffer.wrap(digest.asBytes());
        words[length++] = bytes.getLong();
        words[length++] = bytes.getLong();
    }

    /** Its first 8 bytes. */
    public long high(long cell) {
        return words[Math.toIntExact(2 * cell)];
    }

    /** Its second 8 bytes. */
    public long low(long cell) {
        return words[Math.toIntExact(2 * cell + 1)];
    }
}
