package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.stream.DoubleStream;
import tandem.training.data.DataSet;
import tandem.training.data.DataSettingException;
import tandem.training.data.Examples;
import tandem.training.data.GaussianClasses;
import tandem.training.data.LogitModel;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.data.SplitKind;
import tandem.training.data.Splitter;
import tandem.training.data.Standardize;
import tandem.training.random.RandomStream;

/**
 * The data of every run of a scenario. Runs with the same settings and the same streams share one {@link PreparedData}; where nothing is left
 * to chance, so do all replicates. What falls out of the bounded cache is prepared again and has the same bits. Safe for several threads.
 */
public final class DataProvider {
    /** In KiB: an eighth of the heap. */
    private static final long CACHE_KIB = Runtime.getRuntime().maxMemory() / 8 / 1024;

    /** Drawn numbers of one source: 1 GB. */
    private static final long MOST_VALUES = 1L << 27;

    private static final RandomStream UNUSED = new RandomStream(0);

    private final DataCatalog catalog;
    private final Cache<Key, PreparedData> cache;

    /** Settings with the seeds of the streams that matter to them, and zeros for those that do not. */
    private record Key(DataSettings settings, long dataSeed, long splitSeed, long corruptionSeed, OptionalLong rSeed) {}

    public DataProvider(DataCatalog catalog) {
        this.catalog = catalog;
        // One segment, so that one entry may take the whole weight.
        this.cache = CacheBuilder.newBuilder()
                .concurrencyLevel(1)
                .maximumWeight(CACHE_KIB)
                .weigher((Key key, PreparedData data) -> kib(data))
                .build();
    }

    private static int kib(PreparedData data) {
        long bytes = data.splits().values().stream()
                .mapToLong(examples ->
                        8L * examples.features().length + 8L * examples.count() + 8L * examples.weights().length)
                .sum();
        return (int) (1 + bytes / 1024);
    }

    /**
     * The splits of one run.
     *
     * @throws DataSettingException if the source cannot satisfy the settings
     * @throws tandem.experiment.problem.UnusableInputException if the file holds no data set
     */
    public PreparedData prepared(DataSettings settings, ReplicateStreams streams) {
        checkAgreement(settings);
        var key = key(settings, streams);
        try {
            return cache.get(key, () -> prepared(key));
        } catch (UncheckedExecutionException | ExecutionException e) {
            Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
            throw new IllegalStateException("preparing data throws nothing checked", e);
        }
    }

    private PreparedData prepared(Key key) {
        var split = new RandomStream(key.splitSeed);
        var prepared = key.settings.preparation().of(chosen(key.settings, source(key), split), split);
        checkWeights(prepared.train());
        boolean asDrawn = key.settings.standardize() == Standardize.NONE
                && key.settings.imbalance().isEmpty();
        var clean = asDrawn && key.settings.source() instanceof Source.Logit(int _, double slope, double intercept)
                ? prepared.drawnFrom(new LogitModel(slope, intercept))
                : prepared;
        var counted = key.settings
                .imbalance()
                .map(imbalance -> imbalance.counted(clean))
                .orElse(clean);
        return key.settings.corruption().of(counted, new RandomStream(key.corruptionSeed));
    }

    private static void checkWeights(Examples train) {
        if (train.isWeighted() && DoubleStream.of(train.weights()).allMatch(weight -> weight == 0)) {
            throw new DataSettingException(
                    "weight",
                    "every example of the train split has weight 0; train on more examples, or split otherwise");
        }
    }

    private static DataSet chosen(DataSettings settings, DataSet source, RandomStream split) {
        return settings.imbalance()
                .map(imbalance -> imbalance.of(source, split))
                .orElse(source);
    }

    private static Key key(DataSettings settings, ReplicateStreams streams) {
        var rSeed = settings.rSeed().isPresent()
                ? OptionalLong.of(settings.rSeed().getAsLong() + streams.dataReplicate())
                : OptionalLong.empty();
        boolean drawn = settings.drawsExamples() && rSeed.isEmpty();
        return new Key(
                settings,
                (drawn ? streams.data() : UNUSED).seed(),
                (settings.splitsByChance() ? streams.split() : UNUSED).seed(),
                (settings.corruption().isByChance() ? streams.corruption() : UNUSED).seed(),
                rSeed);
    }

    private DataSet source(Key key) {
        var stream = new RandomStream(key.dataSeed);
        return switch (key.settings.source()) {
            case Source.File file -> load(key.settings, file);
            case Source.Gaussians(int examples, int classes, int features, double separation) ->
                new GaussianClasses(classes, features, separation).draw(examples, stream);
            case Source.Logit(int examples, double slope, double intercept) -> {
                var model = new LogitModel(slope, intercept);
                yield key.rSeed.isPresent()
                        ? model.drawAsR(examples, rSeed(key.rSeed.getAsLong()))
                        : model.draw(examples, stream);
            }
            case Source.Plane(int examples, var shape) -> shape.draw(examples, stream);
        };
    }

    private static int rSeed(long seed) {
        if (seed != (int) seed) {
            throw new DataSettingException(
                    "r_seed", lenientFormat("R takes seeds from -2147483648 to 2147483647, not %s", seed));
        }
        return (int) seed;
    }

    private DataSet load(DataSettings settings, Source.File file) {
        boolean byColumn = settings.split() == SplitKind.COLUMN;
        return catalog.load(
                file.name(),
                new CsvDataReader.Columns(settings.label(), settings.weight(), settings.splitColumn(), byColumn));
    }

    /**
     * The sizes of a cell's data, for planning. Reads the file, if there is one, and finds every fault in its settings; draws nothing.
     *
     * @throws DataSettingException if the source cannot satisfy the settings
     * @throws tandem.experiment.problem.UnusableInputException if the file holds no data set
     */
    public DataDimensions dimensions(DataSettings settings) {
        checkAgreement(settings);
        var dimensions = uncorrupted(settings);
        settings.corruption().check(dimensions.classNames(), dimensions.featureCount(), dimensions.exampleCounts());
        settings.corruption().checkClasses(dimensions.classNames(), dimensions.classSizes());
        return dimensions;
    }

    private DataDimensions uncorrupted(DataSettings settings) {
        return switch (settings.source()) {
            case Source.File file -> dimensions(load(settings, file), settings);
            case Source.Gaussians(int examples, int classes, int features, double _) ->
                new DataDimensions(
                        GaussianClasses.featureNames(features),
                        GaussianClasses.classNames(classes),
                        drawn(settings, GaussianClasses.classNames(classes), examples),
                        ImmutableMap.of(),
                        examples);
            case Source.Logit(int examples, double _, double _) ->
                new DataDimensions(
                        LogitModel.FEATURE_NAMES,
                        LogitModel.CLASS_NAMES,
                        drawn(settings, LogitModel.CLASS_NAMES, examples),
                        ImmutableMap.of(),
                        examples);
            case Source.Plane(int examples, var _) ->
                new DataDimensions(
                        GaussianClasses.featureNames(2),
                        GaussianClasses.classNames(2),
                        drawn(settings, GaussianClasses.classNames(2), examples),
                        ImmutableMap.of(),
                        examples);
        };
    }

    /** Sizes of the splits of examples that are drawn anew in every replicate. */
    private static ImmutableMap<Split, Integer> drawn(
            DataSettings settings, ImmutableList<String> classNames, int examples) {
        int chosen = examples;
        if (settings.imbalance().isPresent()) {
            var imbalance = settings.imbalance().get();
            imbalance.checkClass(classNames);
            // How many of a class are drawn is chance, so that the largest number is not known before.
            chosen = imbalance
                    .examples()
                    .orElseThrow(() -> new DataSettingException(
                            "imbalance.examples",
                            "is missing; a generator draws the sizes of its classes, so write how many"
                                    + " examples to choose"));
        }
        if (chosen > examples) {
            throw new DataSettingException(
                    "imbalance.examples",
                    lenientFormat("%s of %s examples cannot be chosen; write at most %s", chosen, examples, examples));
        }
        return settings.sizes().counts(chosen).bySplit();
    }

    private static DataDimensions dimensions(DataSet data, DataSettings settings) {
        // Which examples is chance, how many is not.
        var chosen = chosen(settings, data, UNUSED);
        var splits = Splitter.split(chosen, settings.split(), settings.sizes(), UNUSED);
        var counts = ImmutableMap.copyOf(Maps.transformValues(splits, positions -> positions.length));
        boolean isFixed = !settings.splitsByChance();
        if (isFixed) {
            checkWeights(chosen.examples().at(requireNonNull(splits.get(Split.TRAIN))));
        }
        // Stratified, which examples of a class is chance, how many is not.
        var classSizes = isFixed || settings.split() == SplitKind.STRATIFIED
                ? ImmutableMap.copyOf(Maps.transformValues(splits, positions -> classSizes(chosen, positions)))
                : ImmutableMap.<Split, ImmutableIntArray>of();
        return new DataDimensions(
                data.featureNames(),
                data.classNames(),
                counts,
                classSizes,
                data.examples().count());
    }

    private static ImmutableIntArray classSizes(DataSet data, int[] positions) {
        int[] sizes = new int[data.classNames().size()];
        for (int position : positions) {
            sizes[data.examples().labels()[position]]++;
        }
        return ImmutableIntArray.copyOf(sizes);
    }

    /** SHA-256 of the files read so far, by name. */
    public ImmutableMap<String, String> digests() {
        return catalog.digests();
    }

    private static void checkSize(Source source) {
        switch (source) {
            case Source.File _ -> {}
            case Source.Gaussians(int examples, int _, int features, double _) -> checkSize(examples, features);
            case Source.Logit(int examples, double _, double _) -> checkSize(examples, 1);
            case Source.Plane(int examples, var _) -> checkSize(examples, 2);
        }
    }

    private static void checkSize(long examples, long features) {
        if (features > CsvText.MOST_COLUMNS || features * examples > MOST_VALUES) {
            throw new DataSettingException(
                    "source",
                    lenientFormat(
                            "%s examples of %s features are too many; at most %s numbers and %s features can be drawn",
                            examples, features, MOST_VALUES, CsvText.MOST_COLUMNS));
        }
    }

    private static void checkAgreement(DataSettings settings) {
        checkSize(settings.source());
        boolean file = settings.source() instanceof Source.File;
        if (!file && settings.label().isPresent()) {
            throw new DataSettingException("label", "a generator has no columns; remove the key");
        }
        if (!file && settings.weight().isPresent()) {
            throw new DataSettingException("weight", "a generator has no columns; remove the key");
        }
        if (!file && settings.split() == SplitKind.COLUMN) {
            throw new DataSettingException("split", "a generator has no columns; choose random, stratified or last");
        }
        if (settings.rSeed().isPresent() && !(settings.source() instanceof Source.Logit)) {
            throw new DataSettingException(
                    "r_seed", "only the generator 'logit' can be drawn as R draws it; remove the key");
        }
    }
}
