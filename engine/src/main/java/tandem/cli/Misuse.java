package tandem.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tandem.experiment.problem.Printable;
import tandem.experiment.problem.Suggestion;

/** Answers a command line that makes no sense: what is wrong, what was meant perhaps, where help is. */
final class Misuse implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        var err = command.getErr();
        String message = e instanceof UnmatchedArgumentException unmatched ? sentence(unmatched) : e.getMessage();
        err.println("tandem: " + Printable.of(String.valueOf(message)));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.UNUSABLE_INPUT;
    }

    private static String sentence(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        CommandLine command = e.getCommandLine();
        boolean option = word.startsWith("-");
        var known = option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
        return "unknown " + kind + " '" + word + "'" + Suggestion.of(word, known);
    }
}
