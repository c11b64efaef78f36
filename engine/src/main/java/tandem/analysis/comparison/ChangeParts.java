package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import tandem.analysis.comparison.diff.ScenarioDiff;

/** In what two experiments differ. */
final class ChangeParts {
    private static final int MOST_KEYS = 20;

    private ChangeParts() {}

    /** Nothing where they do not. */
    static ImmutableList<Part> of(Answers.Change change) {
        ScenarioDiff diff = change.diff();
        if (diff.isEmpty()) {
            return ImmutableList.of();
        }
        var parts = ImmutableList.<Part>builder();
        parts.add(new Part.Heading("What was changed between " + change.first() + " and " + change.second() + "?"));
        diff.remarks().forEach(remark -> parts.add(new Part.Sentence(remark)));
        if (!diff.keys().isEmpty()) {
            parts.add(new Part.Table(
                    ImmutableList.of("key of the scenario", change.first(), change.second()),
                    diff.keys().stream()
                            .limit(MOST_KEYS)
                            .map(key -> ImmutableList.of(key.key(), text(key.first()), text(key.second())))
                            .collect(ImmutableList.toImmutableList()),
                    3));
        }
        int more = diff.keys().size() - MOST_KEYS;
        if (more > 0) {
            parts.add(new Part.Sentence("And " + Counts.of(more, "key") + " more; --format json names all."));
        }
        return parts.build();
    }

    private static String text(Optional<String> value) {
        return value.map(DifferenceText::field).orElse("(not there)");
    }
}
