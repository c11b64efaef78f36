package tandem.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import tandem.analysis.CellOverview;
import tandem.analysis.OverviewText;
import tandem.analysis.claims.ClaimsReport;
import tandem.claims.Claim;
import tandem.experiment.problem.Printable;
import tandem.tables.ResultFile;

/** What commands tell of a finished result folder. */
final class FolderReport {
    private static final int MOST_CELLS_SHOWN = 20;
    /** Of more cells than those. */
    private static final int CELLS_SHOWN = 5;

    private final Path folder;
    private final Path shown;

    /** @param shown the folder as the user wrote it */
    FolderReport(Path folder, Path shown) {
        this.folder = folder;
        this.shown = shown;
    }

    void printOverview(PrintWriter out) throws IOException {
        var overview = CellOverview.of(path(ResultFile.CELLS), path(ResultFile.RUNS), MOST_CELLS_SHOWN);
        out.print(OverviewText.of(overview.shortened(CELLS_SHOWN), shown.toString()));
    }

    /** The claims with their verdicts, after an empty line; nothing where there are none. */
    void printClaims(ImmutableList<Claim> claims, PrintWriter out) throws IOException {
        String text = claims(claims).toText();
        if (!text.isEmpty()) {
            out.println();
            text.lines().map(Printable::of).forEach(out::println);
            out.println();
        }
    }

    /** The exit code under {@code --fail-on-claims}: 1 with a sentence unless every claim holds. */
    int gate(ImmutableList<Claim> claims, PrintWriter err) throws IOException {
        if (claims(claims).allHold()) {
            return ExitCode.DONE;
        }
        err.println("Not every claim holds: " + shown + "/claims.csv has the verdicts.");
        return ExitCode.DIFFERENCE;
    }

    private ClaimsReport claims(ImmutableList<Claim> claims) throws IOException {
        return ClaimsReport.read(path(ResultFile.CLAIMS), claims);
    }

    private Path path(ResultFile file) {
        return folder.resolve(file.fileName());
    }
}
