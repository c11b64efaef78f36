package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Turns a run into its rows of epochs.csv: epoch by epoch, splits in the given order. The bytes follow from the
 * arguments alone, so several threads, each with an encoder of its own, can encode runs that one thread writes in
 * order.
 *
 * <p>Its own encoder because training produces rows faster than a CSV library prints them. No field needs quoting: all
 * are finite numbers or names of splits. Not safe for use by several threads: it keeps a buffer and the texts of
 * accuracies.
 */
public final class EpochRowEncoder {
    /** More than the longest row needs: three names or counts, eight doubles of at most 24 characters, separators. */
    private static final int ROW_BOUND = 400;

    private static final byte[] NO_RUN_FIELDS = ",,,,".getBytes(US_ASCII);

    /** An array can be little larger, and the rows are copied on their way to the disk. */
    private static final int LARGEST = 1 << 30;

    private final boolean hasCleanLabels;
    private final int largest;
    private final Map<Integer, byte[][]> accuracies = new LinkedHashMap<>();
    private byte[] bytes = new byte[1 << 14];
    private int length;

    /** Encodes the columns of {@link Schemas#epochs}. */
    public EpochRowEncoder() {
        this(false);
    }

    /** @param hasCleanLabels whether the columns are those of {@link Schemas#epochsWithCleanLabels}; then every series has a clean one */
    public EpochRowEncoder(boolean hasCleanLabels) {
        this(LARGEST, hasCleanLabels);
    }

    /** @param largest the most bytes that a run's rows may have; more than a row */
    EpochRowEncoder(int largest) {
        this(largest, false);
    }

    private EpochRowEncoder(int largest, boolean hasCleanLabels) {
        this.largest = largest;
        this.hasCleanLabels = hasCleanLabels;
    }

    /**
     * The rows of one run.
     *
     * @param splits the train split first; all as long as {@code run}: the recorded epochs
     * @throws IllegalArgumentException if lengths differ, a value is not finite, or the rows have more than 1 GiB
     */
    public byte[] encode(long number, ImmutableList<SplitSeries> splits, RunSeries run) {
        return encode(number, splits, run, _ -> true);
    }

    /**
     * The rows of some epochs of one run.
     *
     * @param recorded whether an epoch, from 0, has rows
     */
    public byte[] encode(long number, ImmutableList<SplitSeries> splits, RunSeries run, IntPredicate recorded) {
        checkLengths(number, splits, run);
        length = 0;
        byte[] runField = (number + ",").getBytes(US_ASCII);
        byte[][] splitFields = new byte[splits.size()][];
        byte[][][] accuracyFields = new byte[splits.size()][][];
        for (int s = 0; s < splits.size(); s++) {
            splitFields[s] = ("," + splits.get(s).split() + ",").getBytes(US_ASCII);
            accuracyFields[s] =
                    accuracies.computeIfAbsent(splits.get(s).exampleCount(), count -> new byte[count + 1][]);
        }
        for (int epoch = 0; epoch < run.length(); epoch++) {
            if (!recorded.test(epoch)) {
                continue;
            }
            for (int s = 0; s < splitFields.length; s++) {
                reserve(number, run.length());
                append(runField);
                append(epoch);
                append(splitFields[s]);
                appendValues(splits.get(s), accuracyFields[s], run, epoch, s == 0);
                bytes[length++] = '\n';
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** @param isFirst whether the split has the fields of the run too */
    private void appendValues(SplitSeries split, byte[][] accuracyFields, RunSeries run, int epoch, boolean isFirst) {
        int lossAt = length;
        appendSplit(split, accuracyFields, epoch);
        if (isFirst) {
            appendRun(run, epoch, split.loss(epoch), lossAt);
        } else {
            append(NO_RUN_FIELDS);
        }
        if (hasCleanLabels) {
            appendClean(split, accuracyFields, epoch);
        }
    }

    private static void checkLengths(long number, ImmutableList<SplitSeries> splits, RunSeries run) {
        for (SplitSeries split : splits) {
            checkArgument(
                    split.length() == run.length(),
                    "run %s: %s epochs of %s, %s of the run",
                    number,
                    split.length(),
                    split.split(),
                    run.length());
        }
    }

    private void appendSplit(SplitSeries split, byte[][] accuracyFields, int epoch) {
        append(split.loss(epoch));
        separate();
        int correct = split.correct(epoch);
        appendAccuracy(split, accuracyFields, correct);
        separate();
        append(correct);
    }

    private void appendClean(SplitSeries split, byte[][] accuracyFields, int epoch) {
        var clean = split.clean();
        checkArgument(clean != null, "%s: what the clean labels say is missing", split.split());
        separate();
        append(clean.loss(epoch));
        separate();
        appendAccuracy(split, accuracyFields, clean.correct(epoch));
    }

    private void appendAccuracy(SplitSeries split, byte[][] accuracyFields, int correct) {
        byte[] accuracy = accuracyFields[correct];
        if (accuracy == null) {
            accuracy = Double.toString((double) correct / split.exampleCount()).getBytes(US_ASCII);
            accuracyFields[correct] = accuracy;
        }
        append(accuracy);
    }

    /**
     * Without class weights the objective is the loss, whose text stands at {@code lossAt}: digits are most of the work.
     */
    private void appendRun(RunSeries run, int epoch, double loss, int lossAt) {
        separate();
        if (run.objective(epoch) == loss && loss != 0) {
            while (bytes[lossAt] != ',') {
                bytes[length++] = bytes[lossAt++];
            }
        } else {
            append(run.objective(epoch));
        }
        separate();
        append(run.penalty(epoch));
        separate();
        append(run.weightNorm(epoch));
        separate();
        if (run.hasGradientNorm(epoch)) {
            append(run.gradientNorm(epoch));
        }
    }

    private void reserve(long number, int epochs) {
        checkArgument(
                length <= largest - ROW_BOUND,
                "run %s has too many epochs: the rows of its %s epochs in epochs.csv would have more than %s bytes;"
                        + " train for fewer epochs",
                number,
                epochs,
                largest);
        if (bytes.length - length < ROW_BOUND) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, largest));
        }
    }

    private void separate() {
        bytes[length++] = ',';
    }

    private void append(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void append(double value) {
        checkArgument(Double.isFinite(value), "a number in a table must be finite: %s", value);
        String text = Double.toString(value);
        int count = text.length();
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) text.charAt(i);
        }
        length += count;
    }

    private void append(int value) {
        if (value < 10) {
            bytes[length++] = (byte) ('0' + value);
            return;
        }
        int end = length + 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            end++;
        }
        int position = end;
        for (int rest = value; position > length; rest /= 10) {
            bytes[--position] = (byte) ('0' + rest % 10);
        }
        length = end;
    }
}
