package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.util.Optional;
import tandem.tables.FinishedFolder;

/**
 * What two result folders were asked for otherwise: the likely reason for all that differs in their tables.
 *
 * @param same whether both are the same experiment
 * @param keys of the resolved scenarios that differ, in their order
 * @param remarks what else differs, as sentences
 */
public record ScenarioDiff(boolean same, ImmutableList<KeyDiff> keys, ImmutableList<String> remarks) {

    /**
     * One key.
     *
     * @param first its value; empty where the first scenario does not have it; so is {@code second}
     */
    public record KeyDiff(String key, Optional<String> first, Optional<String> second) {}

    public boolean isEmpty() {
        return keys.isEmpty() && remarks.isEmpty();
    }

    /** Of two folders. */
    public static ScenarioDiff of(FinishedFolder first, FinishedFolder second) throws IOException {
        var a = first.manifest();
        var b = second.manifest();
        var remarks = ImmutableList.<String>builder();
        if (a.numericsVersion() != b.numericsVersion()) {
            remarks.add("The numerics versions differ (" + a.numericsVersion() + " and " + b.numericsVersion()
                    + "), so last bits may.");
        }
        if (!a.data().equals(b.data())) {
            remarks.add("The manifests list other data files or digests.");
        }
        // The same experiment may make other claims.
        boolean same = a.scenario().equals(b.scenario());
        var keys = ScenarioKeys.of(first);
        var others = ScenarioKeys.of(second);
        if (keys.isPresent() && others.isPresent()) {
            return new ScenarioDiff(same, diff(keys.get(), others.get()), remarks.build());
        }
        if (!same) {
            remarks.add("The scenarios differ, and a folder lacks the scenario.yaml that would say in what.");
        }
        return new ScenarioDiff(same, ImmutableList.of(), remarks.build());
    }

    private static ImmutableList<KeyDiff> diff(
            ImmutableMap<String, String> first, ImmutableMap<String, String> second) {
        return Sets.union(first.keySet(), second.keySet()).stream()
                .map(key -> new KeyDiff(key, Optional.ofNullable(first.get(key)), Optional.ofNullable(second.get(key))))
                .filter(key -> !key.first().equals(key.second()))
                .collect(ImmutableList.toImmutableList());
    }
}
