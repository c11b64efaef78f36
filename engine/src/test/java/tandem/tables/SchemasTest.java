package tandem.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private static final ImmutableList<Column> FACTORS = ImmutableList.of(Column.text("data.split", "", "how"));

    private static TableSchema runs(ImmutableList<String> splits, boolean line, Column... measures) {
        return new RunColumns(FACTORS, splits, line, ImmutableList.copyOf(measures)).schema();
    }

    @Test
    void runsHaveColumnsForTheSplitsThatExistOnly() {
        assertThat(runs(ImmutableList.of("train"), false).header())
                .containsExactly(
                        "run",
                        "cell",
                        "replicate",
                        "data.split",
                        "status",
                        "diverged_epoch",
                        "train_loss",
                        "train_accuracy",
                        "penalty");
        assertThat(runs(Schemas.SPLITS, true, Column.number("train_spearman", "1", "", ""))
                        .header())
                .containsSubsequence(
                        "train_loss",
                        "train_accuracy",
                        "validation_loss",
                        "validation_accuracy",
                        "test_loss",
                        "test_accuracy",
                        "penalty",
                        "final_slope",
                        "final_intercept",
                        "cut",
                        "population_loss",
                        "population_accuracy",
                        "train_spearman");
    }

    @Test
    void aFactorCannotTakeTheNameOfAnotherColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schemas.cells(ImmutableList.of(Column.text("cell", "", ""))));
    }

    @Test
    void everyColumnSaysWhatItIs() {
        var schemas = Stream.of(
                Schemas.cells(FACTORS),
                runs(Schemas.SPLITS, true),
                Schemas.epochs(),
                Schemas.curvesWithCleanLabels(),
                Schemas.summary(),
                AnalysisSchemas.stopping(),
                AnalysisSchemas.correlations(),
                AnalysisSchemas.selection(),
                AnalysisSchemas.effects(),
                Schemas.undefined(),
                Schemas.errors(),
                ClaimsSchema.claims(),
                Schemas.timings(),
                ExampleSchemas.examplesWithCleanLabels(),
                ExampleSchemas.paths(),
                ExampleSchemas.attribution());
        assertThat(schemas.flatMap(schema -> schema.columns().stream()))
                .hasSizeGreaterThan(70)
                .allMatch(column -> !column.definition().isEmpty());
    }
}
