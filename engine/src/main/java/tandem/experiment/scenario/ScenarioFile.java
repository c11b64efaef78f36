package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.yaml.YamlReader;

/** A scenario on disk. */
public final class ScenarioFile {
    private static final String ENDING = ".yaml";

    private ScenarioFile() {}

    /**
     * The scenario in a file, overridden and checked.
     *
     * @throws UnusableInputException with everything that is wrong, each with its place
     */
    public static Scenario read(Path file, Overrides overrides) {
        return contents(file).read(overrides);
    }

    /**
     * The scenario that a result folder holds.
     *
     * @param file scenario.yaml
     * @param name of the scenario
     * @throws UnusableInputException with everything that is wrong, each with its place
     */
    public static Scenario readResolved(Path file, String name) {
        return new Contents(file.toString(), name, contents(file).bytes).read(Overrides.NONE);
    }

    /**
     * A scenario that was resolved before.
     *
     * @param shown where it stands, for problems
     * @throws UnusableInputException with everything that is wrong, each with its place
     */
    public static Scenario ofResolved(String shown, String name, String yaml) {
        return new Contents(shown, name, yaml.getBytes(StandardCharsets.UTF_8)).read(Overrides.NONE);
    }

    /** A file that was read. */
    private static final class Contents {
        private final String shown;
        private final String name;
        private final byte[] bytes;

        Contents(String shown, String name, byte[] bytes) {
            this.shown = shown;
            this.name = name;
            this.bytes = bytes;
        }

        Scenario read(Overrides overrides) {
            return ScenarioReader.read(shown, name, bytes, overrides);
        }
    }

    private static Contents contents(Path file) {
        String shown = file.toString();
        var fileName = file.getFileName();
        if (fileName == null || !fileName.toString().endsWith(ENDING)) {
            throw unusable(shown, "a scenario is a file whose name ends in .yaml");
        }
        if (!Files.isRegularFile(file)) {
            throw unusable(
                    shown,
                    Files.isDirectory(file)
                            ? "is a folder; name the scenario in it"
                            : "there is no such file; check the path");
        }
        String name = fileName.toString().substring(0, fileName.toString().length() - ENDING.length());
        return new Contents(shown, name, bytes(file, shown));
    }

    private static byte[] bytes(Path file, String shown) {
        try (var in = Files.newInputStream(file)) {
            // One byte more than may be, so that a larger file is recognised without being read.
            return in.readNBytes(YamlReader.LARGEST_FILE + 1);
        } catch (IOException fault) {
            throw unusable(shown, "cannot be read; check its permissions (" + fault.getMessage() + ")");
        }
    }

    private static UnusableInputException unusable(String file, String message) {
        return new UnusableInputException(ImmutableList.of(new Problem(file, 0, 0, "", message, "")));
    }
}
