package tandem.experiment.scenario;

import java.util.regex.Pattern;

/** Words of a command that a shell hands on unchanged. */
public final class ShellWord {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:=,+-]+");

    private ShellWord() {}

    /** The word, in single quotes where a POSIX shell would read something into it. */
    public static String quoted(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
