package tandem.experiment.problem;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;

/** An input that cannot be used, with everything found wrong in it. */
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImmutableList<Problem> problems;

    public UnusableInputException(ImmutableList<Problem> problems) {
        super(problems.stream().map(Problem::toText).collect(joining("\n")));
        this.problems = problems;
    }

    public UnusableInputException(Problem problem) {
        this(ImmutableList.of(problem));
    }

    public ImmutableList<Problem> problems() {
        return problems;
    }
}
