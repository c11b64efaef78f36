package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.schema.Type;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.SourceText;
import tandem.experiment.scenario.yaml.YamlWriter;

/** A commented scenario to start from. Its comments are the schema's own sentences, so they cannot grow apart. */
public final class InitTemplate {
    private static final int COMMENT_COLUMN = 32;
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    private InitTemplate() {}

    /** A scenario on a bundled set. */
    public static String onBundledSet(String name, String source) {
        return new InitTemplate().write(name, source, ImmutableList.of(), Optional.empty());
    }

    /**
     * A scenario on a user's own file.
     *
     * @param file name of the CSV file, which lies beside the scenario
     * @param columns its features
     * @param label the label column, where it is not the last
     */
    public static String forCsv(String name, String file, ImmutableList<String> columns, Optional<String> label) {
        return new InitTemplate().write(name, file, columns, label);
    }

    private String write(String name, String source, ImmutableList<String> columns, Optional<String> label) {
        text.append("# yaml-language-server: $schema=scenario.schema.json\n");
        line("", "name", name);
        line("", "question", quoted("Does a larger network part validation loss from validation accuracy?"));
        data(source, columns, label);
        open("model");
        line("model", "kind", "mlp");
        line("model", "hidden", "[8]");
        line("model", "activation", "relu");
        open("training");
        line("training", "optimizer", "{kind: adam, learning_rate: 0.002}");
        line("training", "batch_size", "16");
        line("training", "epochs", "100");
        open("factors");
        text.append("  model.hidden: [[4], [32]]\n");
        text.append("  # training.optimizer.learning_rate: {from: 1e-4, to: 1e-2, count: 5, scale: log}\n");
        line("", "replicates", "10");
        line("", "seed", Schema.DEFAULT_SEED);
        commented("# record: {examples: true}", documentation(Schema.SCENARIO, "record"));
        open("claims");
        text.append("""
              - name: larger-has-less-loss
                says: The larger network has the smaller validation loss.
                measure: validation_loss
                contrast: {model.hidden: [[4], [32]]}
                expect: {below: 0}
            """);
        return text.toString();
    }

    private void data(String source, ImmutableList<String> columns, Optional<String> label) {
        open("data");
        if (!columns.isEmpty()) {
            text.append("  # Features of the file: ")
                    .append(oneLine(String.join(", ", columns)))
                    .append('\n');
        }
        line("data", "source", quoted(source));
        label.ifPresent(column -> line("data", "label", quoted(column)));
        if (!columns.isEmpty()) {
            commented("  # weight: NAME", documentation(sectionType("data"), "weight"));
        }
        line("data", "split", "stratified");
        line("data", "train", "rest");
        line("data", "validation", "0.2");
        line("data", "standardize", "train");
    }

    private void open(String key) {
        commented(key + ":", documentation(Schema.SCENARIO, key));
    }

    private void line(String section, String key, String value) {
        String indent = section.isEmpty() ? "" : "  ";
        commented(
                indent + key + ": " + value,
                documentation(section.isEmpty() ? Schema.SCENARIO : sectionType(section), key));
    }

    private void commented(String line, String comment) {
        int gap = Math.max(2, COMMENT_COLUMN - line.length());
        if (comment.isEmpty()) {
            text.append(line).append('\n');
        } else if (line.length() + gap + comment.length() + 2 <= WIDTH) {
            text.append(line).repeat(' ', gap).append("# ").append(comment).append('\n');
        } else {
            int indent = line.length() - line.stripLeading().length();
            text.repeat(' ', indent)
                    .append("# ")
                    .append(comment)
                    .append('\n')
                    .append(line)
                    .append('\n');
        }
    }

    private static Type sectionType(String section) {
        return Schema.typesAt(section).iterator().next();
    }

    private static String documentation(Type type, String key) {
        return switch (type) {
            case Type.Fields fields ->
                fields.keys().stream()
                        .filter(candidate -> candidate.name().equals(key))
                        .findFirst()
                        .map(candidate -> candidate.documentation())
                        .orElse("");
            case Type.Union union when key.equals(Type.Union.KIND) -> union.documentation();
            case Type.Union union ->
                union.variants().values().stream()
                        .map(variant -> documentation(variant, key))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("");
            case Type.Text _, Type.Whole _, Type.Real _, Type.Flag _, Type.Choice _, Type.Items _ -> "";
            case Type.Table _, Type.Forms _, Type.Either _, Type.Factors _, Type.Exclusions _ -> "";
            case Type.Levels _ -> "";
        };
    }

    private static String quoted(String value) {
        return YamlWriter.flow(
                new Node.Scalar(value, false, SourceText.ofOption("").whole()));
    }

    private static String oneLine(String comment) {
        return comment.replaceAll("\\p{Cntrl}", " ");
    }
}
