import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats Java sources with palantir-java-format: {@code Format.java check|apply folder...}.
 *
 * <p>A source-file program, because the formatter must run on the JDK whose language it formats and Maven may run on an older
 * one, where the formatter's Maven plugins would run too.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        var apply = args[0].equals("apply");
        var different = new ArrayList<Path>();
        for (var file : sourcesIn(args)) {
            var text = Files.readString(file);
            var formatted = formatted(file, text);
            if (!formatted.equals(text)) {
                different.add(file);
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        }
        different.forEach(file -> System.err.println((apply ? "formatted " : "not formatted: ") + file));
        if (!apply && !different.isEmpty()) {
            System.err.println(
                    "The format check failed; run `mvn -q -N verify -Dformat=apply` and commit what it changes.");
            System.exit(1);
        }
    }

    private static List<Path> sourcesIn(String[] args) throws IOException {
        var sources = new ArrayList<Path>();
        for (int i = 1; i < args.length; i++) {
            var folder = Path.of(args[i]);
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no Java source found below " + List.of(args));
        }
        return sources;
    }

    private static String formatted(Path file, String text) {
        try {
            return FORMATTER.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new IllegalArgumentException(file + " cannot be formatted: " + e.getMessage(), e);
        }
    }
}
