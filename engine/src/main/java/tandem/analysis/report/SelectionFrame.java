package tandem.analysis.report;

import java.io.IOException;
import tandem.tables.ResultFile;

/** selection.csv: whether choosing a cell by loss and by accuracy agree, and what the one costs the other. */
final class SelectionFrame {
    private SelectionFrame() {}

    static void read(StudyTables study, Contents contents) throws IOException {
        var frame = Frame.of(
                "split",
                "stratum",
                "#cells",
                "#kendall",
                "#low",
                "#high",
                "#best_by_loss",
                "#best_by_accuracy",
                "#n",
                "#agreement",
                "#agreement_low",
                "#agreement_high",
                "regret_split",
                "#accuracy_regret",
                "#loss_regret");
        study.forEach(ResultFile.SELECTION, fields -> {
            if (fields.number("best_by_loss").isPresent()) {
                frame.add(
                        fields.text("split"),
                        fields.text("stratum"),
                        fields.number("cells"),
                        fields.number("kendall"),
                        fields.number("ci_low"),
                        fields.number("ci_high"),
                        fields.number("best_by_loss"),
                        fields.number("best_by_accuracy"),
                        fields.number("n"),
                        fields.number("agreement_share"),
                        fields.number("agreement_ci_low"),
                        fields.number("agreement_ci_high"),
                        fields.text("regret_split"),
                        fields.number("accuracy_regret"),
                        fields.number("loss_regret"));
            }
        });
        contents.add("selection", frame);
    }
}
