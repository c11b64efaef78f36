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
    private static final String MEASURES = "record.measures";

    private RecordingReader() {}

    /** Adds what single values do not show: an example or a measure that is named more than once. */
    static void check(Settings header, Problems problems) {
        check(header, PATHS, "example", problems);
        check(header, MEASURES, "measure", problems);
    }

    private static void check(Settings header, String path, String what, Problems problems) {
        if (!(header.find(path) instanceof Node.Items items)) {
            return;
        }
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < items.items().size(); i++) {
            if (items.items().get(i) instanceof Node.Scalar id && !seen.add(id.text())) {
                problems.add(
                        id.place(),
                        KeyPath.ROOT.child(path).item(i),
                        "the " + what + " " + id.text() + " stands twice; keep one");
            }
        }
    }

    private static MeasureChoice measures(Settings record) {
        if (!(record.find("measures") instanceof Node.Items items)) {
            return new MeasureChoice(record.choice("measures", Detail.class), ImmutableSet.of());
        }
        return MeasureChoice.named(
                items.items().stream().map(name -> ((Node.Scalar) name).text()).collect(ImmutableSet.toImmutableSet()));
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
                measures(record),
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
