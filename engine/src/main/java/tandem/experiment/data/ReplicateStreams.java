package tandem.experiment.data;

import static com.google.common.base.Preconditions.checkArgument;

import tandem.training.random.RandomStream;

/**
 * The random streams of a replicate that data depends on.
 *
 * @param dataReplicate replicate of the data stream, which gives the R seed: the replicate itself, or 0 where data is held
 * @param data stream of the purpose data
 * @param split stream of the purpose split
 * @param corruption stream of the purpose corruption
 */
public record ReplicateStreams(long dataReplicate, RandomStream data, RandomStream split, RandomStream corruption) {
    public ReplicateStreams {
        checkArgument(dataReplicate >= 0, "dataReplicate must not be negative: %s", dataReplicate);
    }
}
