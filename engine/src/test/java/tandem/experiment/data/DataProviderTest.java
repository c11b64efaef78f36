package tandem.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.training.data.DataSettingException;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Size;
import tandem.training.data.Split;
import tandem.training.data.SplitKind;
import tandem.training.data.Standardize;
import tandem.training.data.corruption.Corruption;
import tandem.training.random.RandomStream;

class DataProviderTest {
    private static final Path BUNDLED = Path.of("../scenarios/data");
    private static final Source IRIS = new Source.File("iris");

    private final DataProvider provider = new DataProvider(new DataCatalog(BUNDLED.resolveSibling("."), BUNDLED));

    private static ReplicateStreams replicate(long replicate) {
        return new ReplicateStreams(
                replicate,
                RandomStream.of(1, "data", replicate),
                RandomStream.of(1, "split", replicate),
                RandomStream.of(1, "corruption", replicate));
    }

    private static DataSettings settings(Source source, SplitKind split, double validation, Standardize standardize) {
        Optional<Size> size = validation == 0 ? Optional.empty() : Optional.of(new Size.Share(validation));
        return new DataSettings(
                source,
                Optional.empty(),
                Optional.empty(),
                split,
                "split",
                new Size.Rest(),
                size,
                Optional.empty(),
                standardize,
                OptionalLong.empty(),
                Optional.empty(),
                Corruption.NONE);
    }

    private static DataSettings asR(double slope, double intercept, int examples, long first) {
        return new DataSettings(
                new Source.Logit(examples, slope, intercept),
                Optional.empty(),
                Optional.empty(),
                SplitKind.STRATIFIED,
                "split",
                new Size.Rest(),
                Optional.empty(),
                Optional.empty(),
                Standardize.NONE,
                OptionalLong.of(first),
                Optional.empty(),
                Corruption.NONE);
    }

    /** The trap of the last fifth: train has 50, 50 and 20 of each class, validation the third class alone. */
    @Test
    void theLastFifthOfIrisIsOneClass() {
        var data = provider.prepared(settings(IRIS, SplitKind.LAST, 0.2, Standardize.ALL), replicate(0));
        assertThat(data.classNames()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(data.train().labels()).hasSize(120).endsWith(2, 2).startsWith(0, 0);
        assertThat(examples(data, Split.VALIDATION).labels()).hasSize(30).containsOnly(2);
    }

    /** numpy: (5.1 - 5.843333333333334) / 0.8253012917851409, the first of the standardized sepal lengths of all 150. */
    @Test
    void irisIsStandardizedOnAllExamples() {
        var data = provider.prepared(settings(IRIS, SplitKind.LAST, 0.2, Standardize.ALL), replicate(0));
        assertThat(data.train().features()[0]).isCloseTo(-0.9006811702978088, within(1e-12));
    }

    @Test
    void replicatesShareWhatIsNotLeftToChance() {
        var last = settings(IRIS, SplitKind.LAST, 0.2, Standardize.ALL);
        assertThat(provider.prepared(last, replicate(1))).isSameAs(provider.prepared(last, replicate(0)));
        var allTrain = settings(IRIS, SplitKind.STRATIFIED, 0, Standardize.NONE);
        assertThat(provider.prepared(allTrain, replicate(1))).isSameAs(provider.prepared(allTrain, replicate(0)));
    }

    @Test
    void replicatesDifferWhereChanceDecides() {
        var stratified = settings(IRIS, SplitKind.STRATIFIED, 0.2, Standardize.TRAIN);
        var first = provider.prepared(stratified, replicate(0));
        assertThat(provider.prepared(stratified, replicate(0))).isSameAs(first);
        assertThat(provider.prepared(stratified, replicate(1)).train().features())
                .isNotEqualTo(first.train().features());
        var gaussians = settings(new Source.Gaussians(20, 2, 1, 1), SplitKind.LAST, 0.2, Standardize.NONE);
        assertThat(provider.prepared(gaussians, replicate(1)).train().features())
                .isNotEqualTo(provider.prepared(gaussians, replicate(0)).train().features());
    }

    /** The split stream must not move what the data stream draws. */
    @Test
    void generatedExamplesDependOnTheDataStreamAlone() {
        var settings = settings(new Source.Gaussians(20, 2, 1, 1), SplitKind.STRATIFIED, 0, Standardize.NONE);
        var one = new ReplicateStreams(0, new RandomStream(1), new RandomStream(2), new RandomStream(4));
        var other = new ReplicateStreams(5, new RandomStream(1), new RandomStream(3), new RandomStream(5));
        assertThat(provider.prepared(settings, other)).isSameAs(provider.prepared(settings, one));
    }

    @Test
    void theLogitGeneratorDrawsTheIllustrationsAsRDid() {
        assertSameNumbers(asR(0.3, 0.5, 100, 845), "illustration-2");
        assertSameNumbers(asR(1, 0, 10_000, 1234), "illustration-3");
    }

    private void assertSameNumbers(DataSettings drawn, String bundled) {
        var expected = train(settings(new Source.File(bundled), SplitKind.LAST, 0, Standardize.NONE), 0);
        var actual = train(drawn, 0);
        assertThat(actual.features()).containsExactly(expected.features());
        assertThat(actual.labels()).containsExactly(expected.labels());
    }

    private static Examples examples(PreparedData data, Split split) {
        return Objects.requireNonNull(data.splits().get(split));
    }

    private Examples train(DataSettings settings, long replicate) {
        return provider.prepared(settings, replicate(replicate)).train();
    }

    @Test
    void replicatesCountTheRSeedUp() {
        assertThat(train(asR(1, 0, 10, 1230), 4).features())
                .containsExactly(train(asR(1, 0, 10, 1234), 0).features());
        assertProblem(
                asR(1, 0, 10, 1L << 31), "data.r_seed", "R takes seeds from -2147483648 to 2147483647, not 2147483648");
    }

    @Test
    void dimensionsAreThoseOfThePreparedData() {
        for (var settings : new DataSettings[] {
            settings(IRIS, SplitKind.STRATIFIED, 0.2, Standardize.TRAIN),
            settings(IRIS, SplitKind.LAST, 0.33, Standardize.NONE),
            settings(new Source.Gaussians(40, 3, 4, 1), SplitKind.RANDOM, 0.25, Standardize.ALL),
            settings(new Source.Logit(10, 1, 0), SplitKind.LAST, 0, Standardize.NONE)
        }) {
            var dimensions = provider.dimensions(settings);
            PreparedData data = provider.prepared(settings, replicate(0));
            assertThat(dimensions.featureCount()).isEqualTo(data.featureCount());
            assertThat(dimensions.classNames()).isEqualTo(data.classNames());
            assertThat(dimensions.exampleCounts().keySet())
                    .isEqualTo(data.splits().keySet());
            dimensions
                    .exampleCounts()
                    .forEach((split, count) ->
                            assertThat(examples(data, split).count()).isEqualTo(count));
        }
    }

    @Test
    void dimensionsOfIrisAreKnown() {
        var dimensions = provider.dimensions(settings(IRIS, SplitKind.STRATIFIED, 0.2, Standardize.TRAIN));
        assertThat(dimensions.featureCount()).isEqualTo(4);
        assertThat(dimensions.classCount()).isEqualTo(3);
        assertThat(dimensions.exampleCounts())
                .containsExactly(Map.entry(Split.TRAIN, 120), Map.entry(Split.VALIDATION, 30));
        assertThat(dimensions.has(Split.TEST)).isFalse();
        assertThat(provider.digests()).containsOnlyKeys("iris");
    }

    @Test
    void everyBundledSetCanBeRead() {
        var catalog = new DataCatalog(BUNDLED, BUNDLED);
        assertThat(catalog.bundledNames())
                .containsExactly(
                        "breast-cancer",
                        "digits",
                        "illustration-1",
                        "illustration-2",
                        "illustration-3",
                        "iris",
                        "wine");
        // Examples and classes as scenarios/data/NOTICE.md states them.
        int[] examples = {569, 1797, 5, 100, 10_000, 150, 178};
        int[] classes = {2, 10, 2, 2, 2, 3, 3};
        for (int i = 0; i < examples.length; i++) {
            var source = new Source.File(catalog.bundledNames().get(i));
            var dimensions = provider.dimensions(settings(source, SplitKind.LAST, 0, Standardize.NONE));
            assertThat(dimensions.exampleCounts().get(Split.TRAIN)).isEqualTo(examples[i]);
            assertThat(dimensions.classCount()).isEqualTo(classes[i]);
        }
    }

    @Test
    void settingsThatContradictTheSourceAreRefused() {
        var gaussians = new Source.Gaussians(20, 2, 1, 1);
        assertProblem(
                settings(gaussians, SplitKind.COLUMN, 0, Standardize.NONE),
                "data.split",
                "a generator has no columns; choose random, stratified or last");
        assertProblem(
                new DataSettings(
                        gaussians,
                        Optional.of("kind"),
                        Optional.empty(),
                        SplitKind.LAST,
                        "split",
                        new Size.Rest(),
                        Optional.empty(),
                        Optional.empty(),
                        Standardize.NONE,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Corruption.NONE),
                "data.label",
                "a generator has no columns; remove the key");
        assertProblem(
                new DataSettings(
                        IRIS,
                        Optional.empty(),
                        Optional.empty(),
                        SplitKind.LAST,
                        "split",
                        new Size.Rest(),
                        Optional.empty(),
                        Optional.empty(),
                        Standardize.NONE,
                        OptionalLong.of(1),
                        Optional.empty(),
                        Corruption.NONE),
                "data.r_seed",
                "only the generator 'logit' can be drawn as R draws it; remove the key");
    }

    @Test
    void aGeneratorThatWouldFillTheHeapIsRefused() {
        assertProblem(
                settings(new Source.Gaussians(Integer.MAX_VALUE, 2, 1000, 1), SplitKind.LAST, 0, Standardize.NONE),
                "data.source",
                "2147483647 examples of 1000 features are too many; at most 134217728 numbers and 100000 features can"
                        + " be drawn");
    }

    @Test
    void aSizeThatDoesNotFitKeepsItsSentence() {
        assertProblem(
                settings(IRIS, SplitKind.STRATIFIED, 1, Standardize.NONE),
                "data.validation",
                "validation (150) leaves nothing of 150 examples to train on; choose smaller ones");
    }

    private void assertProblem(DataSettings settings, String path, String message) {
        assertThatThrownBy(() -> provider.prepared(settings, replicate(0)))
                .isInstanceOfSatisfying(
                        DataSettingException.class, e -> assertThat(e.path()).isEqualTo(path))
                .hasMessage(message);
    }

    @Test
    void severalThreadsGetTheSameData() throws Exception {
        var settings = settings(new Source.File("digits"), SplitKind.STRATIFIED, 0.3, Standardize.TRAIN);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tasks = IntStream.range(0, 16)
                    .<Callable<PreparedData>>mapToObj(i -> () -> provider.prepared(settings, replicate(i % 2)))
                    .toList();
            var results = pool.invokeAll(tasks);
            for (int i = 0; i < 16; i++) {
                assertThat(results.get(i).get()).isSameAs(provider.prepared(settings, replicate(i % 2)));
            }
        }
    }
}
