package tandem.experiment.scenario;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;
import tandem.measures.Detail;

/** Turns the resolved section {@code record} into its typed form. */
final class RecordingReader {
    private static final String PATHS = "record.paths";

    private RecordingReader() {}

    /** Adds what single values do not show: an example that is named more than once. */
    static void check(Settings header, Problems problems) {
        if (!(header.find(PATHS) instanceof Node.Items items)) {
            return;
        }
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < items.items().size(); i++) {
            if (items.items().get(i) instanceof Node.Scalar id && !seen.add(id.text())) {
                problems.add(
                        id.place(),
                        KeyPath.ROOT.child(PATHS).item(i),
                        "the example " + id.text() + " stands twice; keep one");
            }
        }
    }

    static Recording recording(Settings header) {
        var paths = ImmutableSet.<Integer>builder();
        if (header.find(PATHS) instanceof Node.Items items) {
            items.items().forEach(id -> paths.add(Integer.parseInt(((Node.Scalar) id).text())));
        }
        var record = header.section("record");
        return new Recording(
                record.flag("examples"),
                paths.build(),
                record.has("attribution")
                        ? OptionalInt.of(record.section("attribution").whole("every"))
                        : OptionalInt.empty(),
                record.choice("measures", Detail.class),
                epochs(record),
                record.word("compress").equals("gzip"));
    }

    private static EpochSelection epochs(Settings record) {
        if (record.find("epochs") instanceof Node.Entries) {
            return new EpochSelection.Every(record.section("epochs").whole("every"));
        }
        return switch (record.word("epochs")) {
            case "", "all" -> new EpochSelection.All();
            case "last" -> new EpochSelection.Last();
            case "log_spaced" -> new EpochSelection.LogSpaced();
            default -> throw new IllegalArgumentException("the schema knows epochs that have no type: " + record);
        };
    }
}
