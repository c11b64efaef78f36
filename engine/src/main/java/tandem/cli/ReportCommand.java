package tandem.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.analysis.report.ReportFile;
import tandem.analysis.report.ReportPage;
import tandem.analysis.report.Site;
import tandem.analysis.report.Study;
import tandem.tables.RefusedFolderException;

/** {@code tandem report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Make a page to look at from the tables of a result folder, or of two side by side; train nothing.",
            "Of two folders it names the keys in which their scenarios differ, and has the claims of both on one"
                    + " scale.",
            "The page is one HTML file that opens without a network. A site has a page for every result folder in a"
                    + " folder, and an index of their questions.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem report out/keras-iris                          writes keras-iris.html",
            "  tandem report out/before out/after --out change.html",
            "  tandem report --site out/site results/"
        })
final class ReportCommand implements Callable<Integer> {
    private static final int MOST_FOLDERS = 2;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "A result folder, or two; with --site, one folder of result folders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> folders;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "The page to write; unless given, it has the name of the result folder, with .html, in the current"
                            + " folder.")
    private @Nullable Path out;

    @Option(names = "--site", paramLabel = "OUT", description = "Write a site to this folder instead of a page.")
    private @Nullable Path site;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException {
        PrintWriter printer = spec.commandLine().getOut();
        if (site != null) {
            check(out == null, "--site names the folder to write to; --out is for a single page.");
            check(folders.size() == 1, "--site takes one folder of result folders.");
            int pages = Site.write(folders.getFirst(), site);
            printer.println("Site: " + site.resolve("index.html") + " (" + Counted.of(pages, "study page") + ")");
        } else {
            check(folders.size() <= MOST_FOLDERS, "A page shows one result folder, or two side by side.");
            var studies = ImmutableList.<Study>builder();
            for (Path folder : folders) {
                studies.add(Study.read(folder));
            }
            var read = studies.build();
            Path page = out != null ? out : Path.of(ReportPage.fileName(read));
            ReportFile.write(page, ReportPage.selfContained(read));
            printer.println("Report: " + page + " (" + Files.size(page) / 1024 + " KB)");
        }
        printer.flush();
        return ExitCode.DONE;
    }

    private void check(boolean condition, String sentence) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
