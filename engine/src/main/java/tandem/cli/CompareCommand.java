package tandem.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.analysis.comparison.AnswerText;
import tandem.analysis.comparison.Answers;
import tandem.analysis.comparison.CompareOptions;
import tandem.analysis.comparison.CompareOptions.Question;
import tandem.analysis.comparison.Gate;
import tandem.analysis.comparison.Presentation;
import tandem.analysis.comparison.ResultsComparer;
import tandem.analysis.comparison.UnusableComparisonException;
import tandem.experiment.problem.Printable;
import tandem.tables.RefusedFolderException;

/** {@code tandem compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether result folders or CSV files are the same, and which has the better means, by how much and how"
                    + " sure. The first is compared with each of the others.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem compare results/keras-iris out/keras-iris --fail-on difference",
            "  tandem compare out/before out/after --equivalent validation_accuracy=0.005 --fail-on worse,missing",
            "  tandem compare results/keras-iris --baseline data.split=stratified --measure 'validation_*' --wilcoxon",
            "  tandem compare before.csv after.csv --key method,seed --rel-tol 1e-9 --only same",
            "  tandem compare before.csv after.csv --key method --replicate seed --higher accuracy --lower 'rmse,*_ms'",
            "  tandem compare jmh-before.json jmh-after.json --format markdown"
        })
final class CompareCommand implements Callable<Integer> {
    private static final Collector<CharSequence, ?, String> LINES = Collectors.joining("\n", "", "\n");

    @Parameters(
            arity = "1..*",
            paramLabel = "RESULTS",
            description = "Result folders, CSV files, or JMH's JSON or CSV.")
    private List<Path> results = new ArrayList<>();

    @Mixin
    private final DiffFlags diffFlags = new DiffFlags();

    @Mixin
    private final MeansFlags meansFlags = new MeansFlags();

    @Option(names = "--only", paramLabel = "QUESTION", description = "Ask one question only: ${COMPLETION-CANDIDATES}.")
    private @Nullable Question only;

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "WHAT",
            description = {
                "Exit with 1 on any of: ${COMPLETION-CANDIDATES}. What is missing on one side is never taken for no"
                        + " worse."
            })
    private Set<Gate> gates = EnumSet.noneOf(Gate.class);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default text); csv answers one question, so it needs --only.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private AnswerText.Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the answer to a file.")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException, UnusableComparisonException {
        var questions = questions();
        spareInputs();
        var answers = ResultsComparer.compare(
                ImmutableList.copyOf(results),
                new CompareOptions(
                        questions,
                        diffFlags.options(),
                        diffFlags.keys(),
                        diffFlags.tables(),
                        meansFlags.options(),
                        meansFlags.selection()));
        var presentation = new Presentation(
                diffFlags.presented(),
                meansFlags.ranks(),
                meansFlags.selection().columns());
        String text = AnswerText.of(answers, format, presentation);
        if (out == null) {
            text.lines().map(Printable::of).forEach(spec.commandLine().getOut()::println);
        } else {
            Files.writeString(out, forPeople() ? text.lines().map(Printable::of).collect(LINES) : text);
        }
        if (!forPeople()) {
            answers.warnings().stream()
                    .map(Printable::of)
                    .forEach(spec.commandLine().getErr()::println);
        }
        return gate(answers);
    }

    /** Nobody reads the other formats as they are, so nothing in them can deceive, and they keep every letter. */
    private boolean forPeople() {
        return format == AnswerText.Format.TEXT || format == AnswerText.Format.MARKDOWN;
    }

    /** An answer in the place of what it is about could not be checked. */
    private void spareInputs() throws IOException {
        if (out == null || !Files.exists(out)) {
            return;
        }
        for (Path result : results) {
            if (Files.exists(result) && out.toRealPath().startsWith(result.toRealPath())) {
                throw misuse("--out: " + out + " is what is compared, or part of it; choose another file");
            }
        }
    }

    private ImmutableSet<Question> questions() {
        if (results.size() < 2 && !meansFlags.hasBaseline()) {
            throw misuse("name two or more results to compare, or with one folder --baseline");
        }
        ImmutableSet<Question> questions =
                only == null ? ImmutableSet.copyOf(Question.values()) : ImmutableSet.of(only);
        if (format == AnswerText.Format.CSV && only == null) {
            throw misuse("--format csv answers one question: add --only same or --only better");
        }
        for (Gate gate : gates) {
            if (!questions.contains(gate.question())) {
                throw misuse("--fail-on " + gate + " asks for what --only leaves out");
            }
        }
        return questions;
    }

    private int gate(Answers answers) {
        PrintWriter err = spec.commandLine().getErr();
        var reasons =
                gates.stream().flatMap(gate -> gate.reasons(answers).stream()).toList();
        reasons.forEach(reason -> err.println(Printable.of(reason)));
        return reasons.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCE;
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
