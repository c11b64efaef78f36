package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.html.HtmlEscapers;
import com.google.common.net.UrlEscapers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;

/** A static site of all result folders in a folder: an index of questions and answers, and a page each. */
public final class Site {
    static final String ASSETS = "assets";
    static final String STYLE = "report.css";
    static final ImmutableList<String> SCRIPTS = ImmutableList.of("charts.js", "report.js");
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";
    private static final String INDEX = "index.html";
    private static final String LICENCES = "LICENCES.txt";
    private static final String LIBRARIES = "vega/";
    private static final ImmutableMap<String, String> SIGNS =
            ImmutableMap.of("holds", "\u2713", "fails", "\u2717", "undecided", "?");

    private Site() {}

    /**
     * Writes the site and returns how many studies it has.
     *
     * @throws RefusedFolderException if the folder has files but no site, or there are no results
     */
    public static int write(Path results, Path out) throws IOException, RefusedFolderException {
        var folders = folders(results);
        if (folders.isEmpty()) {
            throw new RefusedFolderException(results + " has no result folders of Tandem in it.");
        }
        check(out);
        for (Path folder : folders) {
            ReportFile.check(page(out, folder));
        }
        Files.createDirectories(out.resolve(ASSETS));
        writeAssets(out.resolve(ASSETS));
        var entries = new StringBuilder();
        for (Path folder : folders) {
            var study = Study.read(folder);
            Files.createDirectories(out.resolve(folder.getFileName()));
            ReportFile.place(page(out, folder), ReportPage.ofSite(study));
            entries.append(entry(folder.getFileName().toString(), study));
        }
        ReportFile.place(
                out.resolve(INDEX),
                PageAssets.text("index.html")
                        .replace("{{policy}}", POLICY)
                        .replace("{{style}}", ASSETS + "/" + STYLE)
                        .replace("{{entries}}", entries));
        return folders.size();
    }

    private static Path page(Path out, Path folder) {
        return out.resolve(folder.getFileName()).resolve(INDEX);
    }

    private static ImmutableList<Path> folders(Path results) throws IOException, RefusedFolderException {
        if (!Files.isDirectory(results)) {
            throw new RefusedFolderException(
                    results + ": there is no such folder; name one that holds result folders.");
        }
        try (var entries = Files.list(results)) {
            return entries.filter(folder -> Files.isRegularFile(folder.resolve(ResultFile.MANIFEST.fileName())))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static void check(Path out) throws IOException, RefusedFolderException {
        Path index = out.resolve(INDEX);
        if (Files.exists(out) && !(Files.exists(index) && ReportFile.isPage(index))) {
            try (var entries = Files.list(out)) {
                if (entries.findAny().isPresent()) {
                    throw new RefusedFolderException(
                            out + " holds files that are no site of Tandem; choose an empty folder.");
                }
            }
        }
    }

    private static void writeAssets(Path assets) throws IOException {
        ReportFile.place(assets.resolve(STYLE), PageAssets.text(PageAssets.STYLE));
        ReportFile.place(assets.resolve(LICENCES), PageAssets.licences());
        ReportFile.place(assets.resolve(SCRIPTS.getFirst()), scripts(true));
        ReportFile.place(assets.resolve(SCRIPTS.getLast()), scripts(false));
    }

    private static String scripts(boolean libraries) {
        return PageAssets.SCRIPTS.stream()
                .filter(name -> name.startsWith(LIBRARIES) == libraries)
                .map(PageAssets::text)
                .collect(Collectors.joining("\n"));
    }

    private static String entry(String folder, Study study) {
        var escaper = HtmlEscapers.htmlEscaper();
        return lenientFormat(
                "<li><a href=\"./%s/index.html\"><span class=\"name\" dir=\"auto\">%s</span>"
                        + "<span class=\"verdicts\">%s</span><span class=\"q\" dir=\"auto\">%s</span>"
                        + "<span class=\"a\" dir=\"auto\">%s</span></a></li>\n",
                // What means something in an address, as # and %, is text in the name of a folder.
                escaper.escape(UrlEscapers.urlPathSegmentEscaper().escape(folder)),
                escaper.escape(folder),
                badges(study),
                escaper.escape(study.question()),
                escaper.escape(study.answer().isEmpty() ? "Nothing is claimed in advance." : study.answer()));
    }

    /** A badge for each verdict, with how many claims have it. */
    private static String badges(Study study) {
        return study.verdicts().entrySet().stream()
                .map(verdict -> lenientFormat(
                        "<span class=\"badge %s\">%s\u00a0%s\u00a0%s</span>",
                        verdict.getKey(),
                        SIGNS.get(verdict.getKey()),
                        verdict.getValue(),
                        verdict.getValue() == 1
                                ? verdict.getKey()
                                : verdict.getKey().replaceFirst("s$", "")))
                .collect(Collectors.joining(" "));
    }
}
