package tandem.experiment.scenario.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tandem.experiment.problem.UnusableInputException;

/**
 * Reads one YAML 1.2 document into nodes with places. Hostile texts are refused early: more than 1 MiB, more than 50 levels deep, more than
 * 100 aliases, or more than a million values once aliases are written out.
 */
public final class YamlReader {
    /** Largest number of bytes of a file. */
    public static final int LARGEST_FILE = YamlBytes.LARGEST;

    private YamlReader() {}

    /**
     * The document in a file's bytes.
     *
     * @param file its name in problems
     * @throws UnusableInputException when the bytes are no such document
     */
    public static Node read(String file, byte[] bytes) {
        var decoded = YamlBytes.decode(file, bytes);
        return read(decoded.source(), decoded.text());
    }

    /**
     * The document in a text, whose places are those of {@code source}.
     *
     * @throws UnusableInputException when the text is no such document
     */
    public static Node read(SourceText source, String text) {
        var settings = LoadSettings.builder()
                .setLabel(source.file())
                .setCodePointLimit(LARGEST_FILE)
                .build();
        var builder = new NodeBuilder(source);
        try {
            new Parse(settings).parseString(text).forEach(builder::accept);
        } catch (MarkedYamlEngineException fault) {
            throw new UnusableInputException(SyntaxMessage.of(source, fault));
        } catch (YamlEngineException fault) {
            throw new UnusableInputException(source.whole().problem("", "is not YAML: " + fault.getMessage()));
        }
        return builder.root();
    }
}
