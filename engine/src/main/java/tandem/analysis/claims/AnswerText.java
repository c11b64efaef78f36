package tandem.analysis.claims;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tandem.claims.Claim;
import tandem.tables.TableReader;

/** answer.md: a scenario's question answered by the verdicts on its claims, in Markdown. */
public final class AnswerText {
    private AnswerText() {}

    /**
     * The page, ending in a line feed.
     *
     * @param claims of the scenario, one or more
     * @param table claims.csv
     */
    public static String of(String question, ImmutableList<Claim> claims, Path table) throws IOException {
        var byName = Maps.uniqueIndex(claims, Claim::name);
        var decided = ImmutableList.<Decided>builder();
        try (var rows = TableReader.open(table)) {
            while (rows.hasNext()) {
                var row = VerdictRow.of(rows.next());
                Optional.ofNullable(byName.get(row.claim())).ifPresent(claim -> decided.add(new Decided(claim, row)));
            }
        }
        return text(question, decided.build());
    }

    private static String text(String question, ImmutableList<Decided> decided) {
        var text = new StringBuilder("# " + ClaimWords.markdown(question) + "\n");
        text.append(lenientFormat("\n%s\n\n", counts(decided)));
        decided.forEach(one -> text.append(line(one)));
        text.append(lenientFormat(
                "\n%sLosses are in nats; accuracies and shares go from 0 to 1, so that 0.01 is a point.\n",
                level(decided)));
        return text.toString();
    }

    private record Decided(Claim claim, VerdictRow row) {}

    /** {@code Of 5 claims 3 hold, 1 fails and 1 is undecided.} */
    private static String counts(List<Decided> all) {
        long hold = count(all, Verdict.HOLDS);
        long fail = count(all, Verdict.FAILS);
        long open = count(all, Verdict.UNDECIDED);
        if (all.size() == 1) {
            return "The one claim " + (hold == 1 ? "holds" : fail == 1 ? "fails" : "is undecided") + ".";
        }
        if (hold == all.size() || fail == all.size() || open == all.size()) {
            return lenientFormat(
                    "All %s claims %s.", all.size(), hold > 0 ? "hold" : fail > 0 ? "fail" : "are undecided");
        }
        var parts = ImmutableList.<String>builder();
        add(parts, hold, "holds", "hold");
        add(parts, fail, "fails", "fail");
        add(parts, open, "is undecided", "are undecided");
        var words = parts.build();
        int last = words.size() - 1;
        return lenientFormat(
                "Of %s claims %s and %s.", all.size(), String.join(", ", words.subList(0, last)), words.get(last));
    }

    private static long count(List<Decided> all, Verdict verdict) {
        return all.stream().filter(one -> one.row().verdict() == verdict).count();
    }

    private static void add(ImmutableList.Builder<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    /** What the intervals are worth; empty where none is statistical, or where claims ask for different things. */
    private static String level(List<Decided> all) {
        var confidences = all.stream()
                .map(Decided::claim)
                .filter(claim -> !claim.exact())
                .map(Claim::confidence)
                .distinct()
                .toList();
        return confidences.size() == 1
                ? "The intervals hold all at once with a confidence of " + confidences.getFirst() + ". "
                : "";
    }

    private static String verdict(VerdictRow row) {
        return switch (row.verdict()) {
            case HOLDS -> "Holds";
            case FAILS -> "Fails";
            case UNDECIDED -> "Undecided";
        };
    }

    private static String line(Decided one) {
        var claim = one.claim();
        var row = one.row();
        String says = ClaimWords.markdown(claim.says());
        String evidence = ClaimWords.quantity(claim) + ": " + row.estimate()
                + (row.interval().equals(VerdictRow.EXACT)
                        ? ", exactly"
                        : lenientFormat(" %s, %s replicates", row.interval(), row.n()))
                + (row.remedy().isEmpty() ? "" : "; " + row.remedy());
        String source = claim.source()
                .map(text -> " Source: " + ClaimWords.markdown(text) + ".")
                .orElse("");
        return lenientFormat("- **%s.** %s (%s)%s\n", verdict(row), says, evidence, source);
    }
}
