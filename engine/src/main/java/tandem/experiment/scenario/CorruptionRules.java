package tandem.experiment.scenario;

import java.util.function.BiConsumer;
import tandem.experiment.scenario.schema.Numbers;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.data.corruption.LabelNoise;

/** What single keys of {@code corruption} allow but their combination does not, as far as that can be said before the data is known. */
final class CorruptionRules {
    private final Settings cell;
    private final BiConsumer<String, String> report;

    CorruptionRules(Settings cell, BiConsumer<String, String> report) {
        this.cell = cell;
        this.report = report;
    }

    void check() {
        matrix();
        map();
    }

    private void matrix() {
        if (!(cell.find("corruption.label_noise.matrix") instanceof Node.Items rows)) {
            return;
        }
        for (int row = 0; row < rows.items().size(); row++) {
            double sum = 0;
            var shares = ((Node.Items) rows.items().get(row)).items();
            for (var share : shares) {
                sum += share instanceof Node.Scalar scalar
                        ? Numbers.real(scalar).orElse(0)
                        : 0;
            }
            String path = "corruption.label_noise.matrix";
            if (shares.size() != rows.items().size()) {
                report.accept(
                        path,
                        "row " + (row + 1) + " has " + shares.size() + " shares and there are "
                                + rows.items().size() + " rows; write as many as classes");
            } else if (Math.abs(sum - 1) > LabelNoise.SUM_TOLERANCE) {
                report.accept(path, "row " + (row + 1) + " sums to " + sum + "; the shares of a row must sum to 1");
            }
        }
    }

    private void map() {
        if (cell.find("corruption.label_noise.map") instanceof Node.Entries map) {
            map.entries().forEach((from, entry) -> {
                if (entry.value() instanceof Node.Scalar to && to.text().equals(from)) {
                    report.accept(
                            "corruption.label_noise.map",
                            "maps '" + from + "' to itself; name another class, or leave it out");
                }
            });
        }
    }
}
