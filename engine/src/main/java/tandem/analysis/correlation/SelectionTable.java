package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.analysis.CellLevels;
import tandem.analysis.RunValues;
import tandem.analysis.interval.ClopperPearson;
import tandem.analysis.interval.Estimated;
import tandem.analysis.interval.Resamples;
import tandem.measures.Measured;
import tandem.measures.PairedCorrelation;
import tandem.tables.Row;
import tandem.tables.Schemas;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/** selection.csv: whether choosing a cell by loss and choosing it by accuracy agree, and what the one costs the other. */
public final class SelectionTable {
    private static final int FEWEST = 2;
    private static final String TEST = "test";

    private final String split;
    private final String regretSplit;
    private final FinalValues values;
    private final FinalValues scored;
    private final long seed;

    private SelectionTable(String split, String regretSplit, RunValues values, long seed) {
        this.split = split;
        this.regretSplit = regretSplit;
        this.values = FinalValues.of(values, split + "_loss", split + "_accuracy");
        this.scored = FinalValues.of(values, regretSplit + "_loss", regretSplit + "_accuracy");
        this.seed = seed;
    }

    /**
     * Writes the rows, and does not finish the table.
     *
     * @param cells cells.csv
     * @param runs runs.csv
     * @param seed the master seed
     */
    public static void write(Path cells, Path runs, long seed, TableWriter out) throws IOException {
        ImmutableList<String> columns;
        try (var rows = TableReader.open(runs)) {
            columns = rows.columns();
        }
        var strata = Stratum.comparable(CellLevels.read(cells));
        for (String split : Schemas.SPLITS) {
            if (columns.contains(split + "_loss")) {
                String regretSplit = columns.contains(TEST + "_loss") ? TEST : split;
                var needed = Stream.of(split, regretSplit)
                        .distinct()
                        .flatMap(name -> Stream.of(name + "_loss", name + "_accuracy"))
                        .collect(ImmutableList.toImmutableList());
                var table = new SelectionTable(split, regretSplit, RunValues.read(runs, needed), seed);
                for (var stratum : strata) {
                    if (stratum.cells().size() >= FEWEST) {
                        out.write(table.row(stratum, out.schema().row()));
                    }
                }
            }
        }
    }

    private Row row(Stratum stratum, Row row) {
        var means = values.means(values.everyReplicate());
        var cells = stratum.cells().stream().filter(means::isDefined).collect(ImmutableList.toImmutableList());
        row.set("split", Value.of(split))
                .set("stratum", Value.of(stratum.name()))
                .set("cells", Value.of((long) cells.size()))
                .set("n_undefined", Value.of((long) stratum.cells().size() - cells.size()))
                .set("regret_split", Value.of(regretSplit));
        kendall(stratum, means.of(cells)).set(row, "kendall");
        var choice = cells.size() < FEWEST ? Optional.<Choice>empty() : Choice.of(cells, means::loss, means::accuracy);
        setChoice(row, choice);
        setRegret(row, choice, stratum);
        setAgreement(row, stratum);
        return row;
    }

    /** Positive where the lower loss goes with the higher accuracy: Kendall's tau-b of loss and accuracy, negated. */
    private Estimated kendall(Stratum stratum, Points points) {
        if (points.count() < FEWEST) {
            return Estimated.undefined("TOO_FEW");
        }
        return switch (points.correlation(PairedCorrelation.KENDALL)) {
            case Measured.Defined(double tau) ->
                values.replicates() == 1 ? Estimated.alone(-tau) : interval(stratum, -tau);
            case Measured.Undefined(var reason) -> Estimated.undefined(reason.name());
        };
    }

    private Estimated interval(Stratum stratum, double estimate) {
        if (values.replicates() < Resamples.FEWEST_REPLICATES) {
            return Resamples.interval(estimate, new double[0]);
        }
        var resamples = Resamples.of(seed, "selection/" + split, values.replicates(), values.cells());
        double[] resampled = new double[resamples.count()];
        for (int b = 0; b < resampled.length; b++) {
            var means = values.means(resamples.next());
            resampled[b] = -means.of(stratum.cells()).correlationOrNan(PairedCorrelation.KENDALL);
        }
        return Resamples.interval(estimate, resampled);
    }

    private static void setChoice(Row row, Optional<Choice> choice) {
        Value none = new Value.Undefined("TOO_FEW");
        row.set(
                        "best_by_loss",
                        choice.<Value>map(best -> Value.of((long) best.byLoss()))
                                .orElse(none))
                .set(
                        "best_by_accuracy",
                        choice.<Value>map(best -> Value.of((long) best.byAccuracy()))
                                .orElse(none))
                .set(
                        "top1_agreement",
                        choice.<Value>map(best -> Value.of(best.agrees() ? 1L : 0L))
                                .orElse(none));
    }

    private void setRegret(Row row, Optional<Choice> choice, Stratum stratum) {
        var means = scored.means(scored.everyReplicate());
        Value none = new Value.Undefined("TOO_FEW");
        Value lossRegret = none;
        Value accuracyRegret = none;
        var cells = stratum.cells().stream().filter(means::isDefined).collect(ImmutableList.toImmutableList());
        var ideal = Choice.of(cells, means::loss, means::accuracy);
        if (choice.isPresent() && ideal.isPresent()) {
            double loss = means.loss(choice.get().byAccuracy());
            double accuracy = means.accuracy(choice.get().byLoss());
            lossRegret = difference(loss, means.loss(ideal.get().byLoss()));
            accuracyRegret = difference(means.accuracy(ideal.get().byAccuracy()), accuracy);
        }
        row.set("accuracy_regret", accuracyRegret).set("loss_regret", lossRegret);
    }

    /** Undefined where the chosen cell was not scored. */
    private static Value difference(double more, double less) {
        return Double.isNaN(more - less) ? new Value.Undefined("NOT_SCORED") : Value.ofComputed(more - less);
    }

    private void setAgreement(Row row, Stratum stratum) {
        int n = 0;
        int agreeing = 0;
        for (int r = 0; r < values.replicates(); r++) {
            int replicate = r;
            var cells = stratum.cells().stream()
                    .filter(cell -> !Double.isNaN(values.loss(cell, replicate))
                            && !Double.isNaN(values.accuracy(cell, replicate)))
                    .collect(ImmutableList.toImmutableList());
            if (cells.size() >= FEWEST) {
                n++;
                boolean agrees = Choice.of(
                                cells, cell -> values.loss(cell, replicate), cell -> values.accuracy(cell, replicate))
                        .map(Choice::agrees)
                        .orElse(false);
                agreeing += agrees ? 1 : 0;
            }
        }
        row.set("n", Value.of((long) n));
        share(agreeing, n).set(row, "agreement_share", "agreement_ci_low", "agreement_ci_high");
    }

    private Estimated share(int agreeing, int n) {
        if (n == 0) {
            return Estimated.undefined("TOO_FEW");
        }
        return values.replicates() == 1 ? Estimated.alone(agreeing) : ClopperPearson.of(agreeing, n);
    }
}
