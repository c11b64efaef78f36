package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.experiment.data.Source;

class InitTemplateTest {

    @Test
    void theTemplateIsAScenarioWithACommentForEachKey() {
        String yaml = InitTemplate.onBundledSet("s", "iris");
        assertThat(Texts.read(yaml).grid().cellCount()).isEqualTo(2);
        assertThat(yaml.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(yaml).contains("# Units of each hidden layer, first to last.");
    }

    @Test
    void aTemplateForAFileNamesItItsColumnsAndItsLabel() {
        var columns = ImmutableList.of("x: \"a\"", "two\nlines", "who");
        String yaml = InitTemplate.forCsv("s", "my # data.csv", columns, Optional.of("x: \"a\""));
        assertThat(yaml).contains("# Features of the file: x: \"a\", two lines, who\n");
        assertThat(yaml).contains("  # weight: NAME");
        assertThat(yaml.lines().filter(line -> line.startsWith("  #")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        var data = Texts.read(yaml).cell(0).conditions().data();
        assertThat(data.source()).isEqualTo(new Source.File("my # data.csv"));
        assertThat(data.label()).contains("x: \"a\"");
    }
}
