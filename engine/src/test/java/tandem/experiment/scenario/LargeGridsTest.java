package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.experiment.problem.UnusableInputException;
import tandem.training.optimizer.Training;

/** Grids of more combinations than are checked one by one. */
final class LargeGridsTest {

    @Test
    void aContradictionOfALevelIsFoundWhereverTheLevelStands() {
        // 2 x 400 x 91 x 5 = 364,000 combinations, all different since the exclusion picks among the levels of each
        // factor.
        String factors = """
            factors:
              v: {ok: {training.optimizer.kind: sgd}, bad: {training.optimizer.kind: newton}}
              training.penalty.l2: {from: 0.5, to: 200, step: 0.5}
              training.epochs: {from: 10, to: 100, step: 1}
              model.hidden: [[1], [2], [3], [4], [5]]
            exclude: [{v: ok, training.penalty.l2: 0.5, training.epochs: 10, model.hidden: [1]}]
            """;
        assertThat(Texts.problems(Texts.HEAD.replace("softmax", "mlp, hidden: [1]") + factors))
                .singleElement()
                .asString()
                .contains("newton trains logistic and softmax models only", "(in cells with v = bad;");
    }

    @Test
    void aCellThatIsWrongAloneIsRefusedWhenItIsResolved() {
        // Only the last of 134 x 133 x 134 combinations takes more than everything: 0.335 + 0.3325 + 0.335 = 1.0025.
        var scenario = Texts.read(Texts.HEAD + """
            factors:
              data.train: {from: 0.0025, to: 0.335, step: 0.0025}
              data.validation: {from: 0.0025, to: 0.3325, step: 0.0025}
              data.test: {from: 0.0025, to: 0.335, step: 0.0025}
            """);
        long last = scenario.grid().cellCount() - 1;
        assertThat(scenario.cell(last - 1).levels()).containsExactly("0.335", "0.3325", "0.3325");
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> scenario.cell(last))
                .withMessage(
                        "s.yaml:6:15: data.train: the shares of train, validation and test exceed 1 together; lower"
                            + " one of them (in cells with data.train = 0.335, data.validation = 0.3325, data.test ="
                            + " 0.335; exclude leaves cells out)");
    }

    /** Sections that are put together of parts known from other cells, against those of a scenario with this cell alone. */
    @Test
    void aCellIsTheSameAmongAMillionAsAlone() {
        String factors = """
            factors:
              training.optimizer.learning_rate: {from: 0.001, to: 1, step: 0.001}
              training.penalty.l2: {from: 0, to: 0.499, step: 0.001}
              help: {none: {}, flood: {training.loss: {kind: flooding, level: 0.1}}, clip: {training.clip: {norm: 1}, training.epochs: 7}}
            """;
        var scenario = Texts.read(Texts.HEAD + factors);
        long count = scenario.grid().cellCount();
        assertThat(count).isEqualTo(1_500_000);
        // A part of a cell is known from the cells before it.
        for (long number = 0; number < count; number += number < 5_000 ? 1 : 7_919) {
            scenario.cell(number);
        }
        for (long number = 0; number < count; number += 49_999) {
            var among = scenario.cell(number);
            var pinned = IntStream.range(0, 3)
                    .mapToObj(f -> scenario.factors().get(f).name() + "="
                            + among.levels().get(f));
            var alone = Texts.read(Texts.HEAD + factors, Texts.factor(pinned.toArray(String[]::new)))
                    .cell(0);
            assertThat(among.resolvedText()).isEqualTo(alone.resolvedText());
            assertThat(among.conditions()).isEqualTo(alone.conditions());
        }
    }

    @Test
    void aDefaultThatFollowsAnotherKeyFollowsItInEveryCell() {
        var scenario = Texts.read(Texts.HEAD + """
            factors:
              training.penalty.l2: {from: 0, to: 2.999, step: 0.001}
              way: {steps: {}, newton: {training.optimizer: {kind: newton}}}
            """);
        for (long number = 0; number < 200; number++) {
            assertThat(scenario.cell(number).conditions().training().batchSize())
                    .isEqualTo(number % 2 == 0 ? 32 : Training.FULL_BATCH);
        }
    }
}
