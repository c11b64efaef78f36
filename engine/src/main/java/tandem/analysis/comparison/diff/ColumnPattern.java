package tandem.analysis.comparison.diff;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of columns, {@code *} standing for any letters: {@code train_*}. */
public record ColumnPattern(String text) {

    public boolean matches(String column) {
        // -1 keeps an empty piece behind a * at the end.
        String expression =
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(column).matches();
    }
}
