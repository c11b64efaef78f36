package tandem.experiment.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.HashCode;
import com.google.common.primitives.ImmutableLongArray;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import tandem.experiment.data.DataDimensions;
import tandem.experiment.data.DataProvider;
import tandem.experiment.data.DataSettings;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.Conditions;
import tandem.experiment.scenario.Scenario;
import tandem.training.ClassWeighting;
import tandem.training.PackShape;
import tandem.training.data.DataSettingException;
import tandem.training.data.Split;
import tandem.training.data.corruption.Corruption;
import tandem.training.model.Architecture;
import tandem.training.model.Start;
import tandem.training.model.StartParameters;
import tandem.training.optimizer.Loss;
import tandem.training.random.RandomStream;

/** Resolves every cell of a scenario against its data and sorts the cells by shape. */
public final class Planner {
    /** More runs than this are refused. */
    public static final long MOST_RUNS = 1_000_000_000;

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_LANES = 8;

    /** Cells that are resolved before the first of them is looked at. */
    private static final int TOGETHER = 4096;

    /** Of an array, as an array of Java may have. */
    private static final double MOST_ELEMENTS = Integer.MAX_VALUE - 16;

    /** Of a row of epochs.csv, at the most. */
    private static final double ROW_BYTES = 150;

    /** Of a row of examples.csv. */
    private static final double EXAMPLE_ROW_BYTES = 250;

    /** Matrices of the size of the Hessian that its decomposition holds. */
    private static final double HESSIANS = 5;

    private final Scenario scenario;
    private final DataProvider data;
    private final Map<DataSettings, DataDimensions> dimensions = new LinkedHashMap<>();
    private final Map<PackShape, ImmutableLongArray.Builder> cells = new LinkedHashMap<>();
    private final CellDigests digests = new CellDigests();
    private final WeightColumns weightColumns = new WeightColumns();

    /** Examples evaluated on clean labels by one run of every cell of the shape. */
    private final Map<PackShape, Double> cleanSteps = new LinkedHashMap<>();

    private final Set<Problem> problems = new LinkedHashSet<>();

    private Planner(Scenario scenario, DataProvider data) {
        this.scenario = scenario;
        this.data = data;
    }

    /**
     * The plan of a scenario. Reads its data files, draws and trains nothing.
     *
     * @throws UnusableInputException with what does not fit together, each with its place
     */
    public static Plan plan(Scenario scenario, DataProvider data) {
        return new Planner(scenario, data).plan();
    }

    private Plan plan() {
        checkRunCount();
        long count = scenario.grid().cellCount();
        for (long from = 0; from < count && problems.size() < MOST_PROBLEMS; from += TOGETHER) {
            for (var cell : resolved(from, Math.min(count, from + TOGETHER))) {
                digests.add(cell.digest);
                add(cell.number, cell.conditions);
            }
        }
        checkPaths();
        if (!problems.isEmpty()) {
            throw new UnusableInputException(ImmutableList.copyOf(problems));
        }
        var shapes = ImmutableList.<PlannedShape>builder();
        cells.forEach((shape, numbers) -> {
            var ofShape = numbers.build();
            double steps = exampleSteps(shape) + cleanSteps.getOrDefault(shape, 0.0) / ofShape.length();
            shapes.add(new PlannedShape(shape, ofShape, steps));
        });
        return new Plan(scenario, shapes.build(), ImmutableMap.copyOf(dimensions), digests);
    }

    /** Some cells, in order; by all processors, since a grid may have a million. */
    private List<ResolvedCell> resolved(long from, long to) {
        try {
            return LongStream.range(from, to)
                    .parallel()
                    .mapToObj(this::resolved)
                    .toList();
        } catch (UnusableInputException e) {
            // Of several cells that are wrong, the first one is named, whichever thread was first.
            return LongStream.range(from, to).mapToObj(this::resolved).toList();
        }
    }

    private ResolvedCell resolved(long number) {
        var cell = scenario.cell(number);
        return new ResolvedCell(number, cell.conditions(), CellDigests.digest(cell.resolvedText()));
    }

    private record ResolvedCell(long number, Conditions conditions, HashCode digest) {}

    private void checkRunCount() {
        long runs = com.google.common.math.LongMath.saturatedMultiply(
                scenario.grid().cellCount(), scenario.replicates().count());
        if (runs > MOST_RUNS) {
            throw new UnusableInputException(scenario.problem(
                    "replicates",
                    scenario.grid().cellCount() + " cells x "
                            + scenario.replicates().count() + " replicates are more than " + MOST_RUNS
                            + " runs; take fewer levels or replicates"));
        }
    }

    private void checkPaths() {
        int most = dimensions.values().stream()
                .mapToInt(DataDimensions::sourceCount)
                .max()
                .orElse(Integer.MAX_VALUE);
        for (int id : scenario.recording().paths()) {
            if (id >= most) {
                problems.add(scenario.problem(
                        "record.paths",
                        "there is no example " + id + "; the examples are numbered from 0 to " + (most - 1)));
            }
        }
    }

    private void add(long cell, Conditions conditions) {
        String path = "data.source";
        try {
            weightColumns.check(conditions.data());
            DataDimensions size = dimensions(conditions.data());
            path = conditions.model().image().isPresent() ? "model.image" : "model.kind";
            var architecture = Architecture.of(conditions.model(), size.featureCount(), size.classCount());
            path = "model.start";
            if (!(conditions.model().start() instanceof Start.Drawn)) {
                StartParameters.of(conditions.model().start(), architecture, new RandomStream(0));
            }
            path = "training.class_weights";
            checkClassWeights(conditions, size);
            path = "training.loss.transition";
            if (conditions.training().loss() instanceof Loss.ForwardCorrection correction) {
                correction.transition().matrix(size.classCount());
            }
            path = "model.kind";
            var shape = PackShape.of(
                    conditions.model(),
                    conditions.training(),
                    size.featureCount(),
                    size.classCount(),
                    size.exampleCounts(),
                    conditions.data().weight().isPresent());
            if (!cells.containsKey(shape)) {
                double parameters = shape.architecture().parameterCount();
                path = "data.train";
                checkMemory(shape, parameters);
                path = "training.batch_size";
                shape.checkBatches();
            }
            add(cell, shape, conditions.data());
        } catch (DataSettingException e) {
            problems.add(scenario.problem(cell, e.path(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(scenario.problem(cell, path, String.valueOf(e.getMessage())));
        }
    }

    private DataDimensions dimensions(DataSettings settings) {
        DataDimensions size = dimensions.get(settings);
        if (size == null) {
            size = data.dimensions(settings);
            dimensions.put(settings, size);
        }
        return size;
    }

    private void add(long cell, PackShape shape, DataSettings settings) {
        cells.computeIfAbsent(shape, _ -> ImmutableLongArray.builder()).add(cell);
        if (!settings.corruption().equals(Corruption.NONE)) {
            cleanSteps.merge(shape, cleanSteps(shape, settings), Double::sum);
        }
    }

    private static void checkClassWeights(Conditions conditions, DataDimensions size) {
        var weights = conditions.training().classWeights();
        ClassWeighting.checkNames(weights, size.classNames());
        // Corruption may take a class away, or bring it back.
        var known = size.classSizes().get(Split.TRAIN);
        if (known != null && conditions.data().corruption().equals(Corruption.NONE)) {
            ClassWeighting.checkSizes(weights, size.classNames(), known);
        }
    }

    /** Refuses what would not fit beside the program in the heap, one pack of it alone. */
    private void checkMemory(PackShape shape, double parameters) {
        double examples =
                shape.splits().values().stream().mapToDouble(count -> count).sum();
        double epochs = shape.epochs() + 1.0;
        double rows = 4 * examples * (shape.architecture().input().count() + 3.0) + 4 * parameters;
        // Logits, probabilities and more of the state that is looked at, and of the one before.
        double states = 2 * examples * (2.0 * shape.classCount() + 8);
        double trajectories = 2 * epochs * (4 + 1.5 * shape.splits().size());
        double bytes = MOST_LANES * Double.BYTES * (rows + states + trajectories + LayerMemory.numbers(shape))
                + 3 * ROW_BYTES * epochs * shape.splits().size();
        if (scenario.recording().examples()) {
            bytes += 4 * EXAMPLE_ROW_BYTES * examples;
        }
        if (!shape.trainsInLanes()) {
            bytes += HESSIANS * Double.BYTES * parameters * parameters;
        }
        long heap = Runtime.getRuntime().maxMemory();
        boolean tooLong = Math.max(rows, LayerMemory.longest(shape)) * MOST_LANES > MOST_ELEMENTS
                || ROW_BYTES * epochs * shape.splits().size() > MOST_ELEMENTS;
        if (bytes > 0.8 * heap || tooLong) {
            throw new IllegalArgumentException("a pack of runs needs about " + Math.round(bytes / 1e6)
                    + " MB and the heap has " + heap / 1_000_000
                    + " MB; take fewer examples, features, units or epochs,"
                    + " smaller windows or batches, or give java more memory with"
                    + " TANDEM_JAVA_OPTS=-Xmx...");
        }
    }

    private static double cleanSteps(PackShape shape, DataSettings data) {
        return data.corruption().splitsWithChangedLabels().stream()
                .mapToDouble(split -> shape.splits().getOrDefault(split, 0) * (shape.epochs() + 1.0))
                .sum();
    }

    private static long exampleSteps(PackShape shape) {
        long evaluated =
                shape.splits().values().stream().mapToLong(count -> count).sum();
        long trained = shape.splits().getOrDefault(Split.TRAIN, 0);
        return evaluated * (shape.epochs() + 1L) + 3 * trained * shape.epochs();
    }
}
