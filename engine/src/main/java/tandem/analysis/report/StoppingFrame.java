package tandem.analysis.report;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tandem.analysis.interval.Estimated;
import tandem.analysis.interval.Interval;
import tandem.analysis.interval.StudentMean;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;

/** stopping.csv: what each rule costs, as means over the runs of a cell with Student's intervals. */
final class StoppingFrame {
    private record Rule(long cell, String name, String patience) {}

    private record Costs(List<Double> losses, List<Double> accuracies, List<Double> epochs) {}

    private final Map<Rule, Costs> rules = new LinkedHashMap<>();
    private final StudyTables study;

    private StoppingFrame(StudyTables study) {
        this.study = study;
    }

    static void read(StudyTables study, Contents contents) throws IOException {
        var stopping = new StoppingFrame(study);
        study.forEach(ResultFile.STOPPING, stopping::visit);
        var frame = Frame.of("#cell", "rule", "patience", "#n", "#epoch", "regret", "#mean", "#low", "#high");
        var mean = new StudentMean((int) study.manifest().counts().replicates());
        stopping.rules.forEach((rule, costs) -> {
            var epoch = mean.of(Doubles.toArray(costs.epochs)).number();
            add(rule, costs, epoch, "loss", mean.of(Doubles.toArray(costs.losses)), frame);
            add(rule, costs, epoch, "accuracy", mean.of(Doubles.toArray(costs.accuracies)), frame);
        });
        contents.add("stopping", frame);
    }

    private static void add(Rule rule, Costs costs, OptionalDouble epoch, String regret, Estimated mean, Frame frame) {
        var interval = mean.interval();
        frame.add(
                rule.cell,
                rule.name,
                rule.patience,
                costs.losses.size(),
                epoch,
                regret,
                mean.number(),
                interval.map(Interval::low).orElse(Double.NaN),
                interval.map(Interval::high).orElse(Double.NaN));
    }

    private void visit(TableReader.Fields fields) {
        var loss = fields.number("loss_regret");
        var accuracy = fields.number("accuracy_regret");
        var epoch = fields.number("epoch");
        if (loss.isEmpty() || accuracy.isEmpty() || epoch.isEmpty()) {
            return;
        }
        long cell = study.cellOf(fields.integer("run"));
        var costs = rules.computeIfAbsent(
                new Rule(cell, fields.text("rule"), fields.text("patience")),
                _ -> new Costs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        costs.losses.add(loss.getAsDouble());
        costs.accuracies.add(accuracy.getAsDouble());
        costs.epochs.add(epoch.getAsDouble());
    }
}
