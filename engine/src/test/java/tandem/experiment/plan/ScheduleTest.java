package tandem.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;

/** In which order packs are trained. */
final class ScheduleTest {
    @TempDir
    private Path folder;

    private Plan plan;

    /** Cells 0 to 3 train for 5, 80, 20 and 5 epochs, with 3 replicates: runs 0 to 2, 3 to 5, 6 to 8 and 9 to 11. */
    @BeforeEach
    void planTwelveRuns() throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.yaml"), """
            name: tiny
            data: {source: {kind: gaussians, examples: 40, separation: 2}, train: 24}
            model: {kind: softmax}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 5, epochs: 5}
            factors:
              variant: {a: {}, b: {training.epochs: 80}, c: {training.epochs: 20}, d: {training.penalty.bias: true}}
            replicates: 3
            """);
        var data = new DataProvider(new DataCatalog(folder, folder));
        plan = Planner.plan(ScenarioFile.read(file, Overrides.NONE), data);
    }

    private static List<List<Long>> packs(Schedule schedule) {
        List<List<Long>> packs = new ArrayList<>();
        for (long pack = 0; pack < schedule.packCount(); pack++) {
            packs.add(schedule.pack(pack).runs().asList());
        }
        return packs;
    }

    @Test
    void longPacksComeFirstWhereverTheirCellsStand() {
        assertThat(packs(Schedule.of(plan, 2, _ -> true)))
                .containsExactly(
                        List.of(3L, 4L),
                        List.of(5L),
                        List.of(6L, 7L),
                        List.of(8L),
                        List.of(0L, 1L),
                        List.of(2L, 9L),
                        List.of(10L, 11L));
    }

    @Test
    void runsThatAreDoneLeaveNoGaps() {
        assertThat(packs(Schedule.of(plan, 2, run -> run % 2 == 1)))
                .containsExactly(List.of(3L, 5L), List.of(7L), List.of(1L, 9L), List.of(11L));
    }
}
