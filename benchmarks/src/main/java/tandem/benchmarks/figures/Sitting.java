package tandem.benchmarks.figures;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures groups of figures and writes their tables. A round launches every subject of a group once, so that slow
 * drift of the machine (heat, neighbours) meets all of them alike; ratios are taken within a round.
 */
final class Sitting {
    private static final String HEADER = """
        | what | unit | median | least | most | expected |
        |---|---|---:|---:|---:|---|
        """;

    private Sitting() {}

    /**
     * {@code ROOT ROUNDS [GROUP...]}: the project's folder, launches of each subject, and the groups to measure, all
     * unless given.
     *
     * @throws IllegalArgumentException if an argument is none of these
     */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        checkArgument(args.length >= 2, "arguments: ROOT ROUNDS [GROUP...]");
        Path root = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        checkArgument(rounds > 0, "rounds must be positive: %s", rounds);
        var groups = args.length == 2
                ? ImmutableList.copyOf(Group.values())
                : Arrays.stream(args, 2, args.length)
                        .map(name -> Group.valueOf(Ascii.toUpperCase(name)))
                        .collect(ImmutableList.toImmutableList());
        for (var group : groups) {
            String name = Ascii.toLowerCase(group.name());
            String table = measure(name, group.contents(root), rounds);
            Path readme = root.resolve("benchmarks/README.md");
            Files.writeString(readme, replaced(Files.readString(readme), name, table));
        }
    }

    private static String measure(String group, Group.Contents contents, int rounds)
            throws IOException, InterruptedException, RunnerException {
        var figures = new Figures();
        for (int round = 1; round <= rounds; round++) {
            for (var subject : contents.subjects()) {
                System.err.println(group + " " + round + " of " + rounds + ": " + subject.name());
                figures.add(subject.measure());
            }
        }
        String rows = contents.lines().stream()
                .map(line -> line.markdown(figures))
                .collect(Collectors.joining("\n", "", "\n"));
        return Surroundings.sentence(rounds) + "\n\n" + HEADER + rows;
    }

    /** The text with what stands between the group's markers replaced. */
    static String replaced(String text, String group, String table) {
        String begin = "<!-- figures " + group + ": begin -->\n";
        String end = "<!-- figures " + group + ": end -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        checkArgument(text.contains(begin) && to >= from, "README.md has no markers for the figures of %s", group);
        return text.substring(0, from) + table + text.substring(to);
    }
}
