package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;

/** Reads scenarios from texts, as if from a file {@code s.yaml}. */
final class Texts {
    static final String HEAD = """
        name: s
        data: {source: iris}
        model: {kind: softmax}
        training: {optimizer: {kind: sgd}, epochs: 5}
        """;

    private Texts() {}

    static Scenario read(String yaml) {
        return read(yaml, Overrides.NONE);
    }

    static Scenario read(String yaml, Overrides overrides) {
        return ScenarioReader.read("s.yaml", "s", yaml.getBytes(StandardCharsets.UTF_8), overrides);
    }

    static List<String> problems(byte[] yaml, Overrides overrides) {
        try {
            ScenarioReader.read("s.yaml", "s", yaml, overrides);
            return List.of();
        } catch (UnusableInputException unusable) {
            return unusable.problems().stream().map(Problem::toText).toList();
        }
    }

    static List<String> problems(String yaml) {
        return problems(yaml.getBytes(StandardCharsets.UTF_8), Overrides.NONE);
    }

    static Overrides set(String... assignments) {
        return new Overrides(ImmutableList.copyOf(assignments), ImmutableList.of(), Optional.empty(), Optional.empty());
    }

    static Overrides factor(String... factors) {
        return new Overrides(ImmutableList.of(), ImmutableList.copyOf(factors), Optional.empty(), Optional.empty());
    }
}
