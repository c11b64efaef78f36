package tandem.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SittingTest {

    @Test
    void aTableReplacesWhatStandsBetweenItsMarkersOnly() {
        String text = "a\n<!-- figures step: begin -->\nold\n<!-- figures step: end -->\nb\n";
        assertThat(Sitting.replaced(text, "step", "new\n"))
                .isEqualTo("a\n<!-- figures step: begin -->\nnew\n<!-- figures step: end -->\nb\n");
    }

    @Test
    void aReadmeWithoutMarkersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sitting.replaced("nothing\n", "step", "new\n"))
                .withMessageContaining("step");
    }

    /** A name that is told but not measured would show after an hour only. */
    @ParameterizedTest
    @EnumSource(Group.class)
    void everyLineIsMeasuredBySomeSubject(Group group) {
        var contents = group.contents(Path.of("."));
        var figures = new Figures();
        for (var subject : contents.subjects()) {
            var names = subject instanceof Subject.Trial trial
                    ? trial.readings().keySet()
                    : ImmutableSet.of(subject.name());
            names.forEach(name -> figures.add(ImmutableMap.of(name, 1.0)));
        }
        assertThat(contents.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.markdown(figures)).isNotBlank());
    }
}
