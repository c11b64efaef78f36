package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** The parts of a page that are the same in every page: its frame, its styles, its scripts and the chart libraries. */
final class PageAssets {
    /** In the order they are run. */
    static final ImmutableList<String> SCRIPTS = ImmutableList.of(
            "vega/vega.min.js",
            "vega/vega-lite.min.js",
            "vega/vega-interpreter.min.js",
            "base.js",
            "data.js",
            "marks.js",
            "export.js",
            "claims.js",
            "curves.js",
            "plane.js",
            "cells.js",
            "landscape.js",
            "examples.js",
            "paths.js",
            "attribution.js",
            "stopping.js",
            "choice.js",
            "effects.js",
            "page.js");

    static final String STYLE = "report.css";

    /** What comes with the chart libraries must go wherever they go. */
    private static final ImmutableList<String> LICENCES = ImmutableList.of(
            "vega/vega.LICENSE.txt",
            "vega/vega-lite.LICENSE.txt",
            "vega/vega-interpreter.LICENSE.txt",
            "vega/inside-vega.LICENSES.txt");

    private PageAssets() {}

    /** The licences of the chart libraries, one after the other. */
    static String licences() {
        return LICENCES.stream()
                .map(name -> name.substring(name.indexOf('/') + 1) + "\n\n" + text(name))
                .collect(Collectors.joining("\n"));
    }

    /** A file of this package's resources. */
    static String text(String name) {
        try {
            return Resources.toString(Resources.getResource(PageAssets.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Tandem's own " + name + " cannot be read", e);
        }
    }

    /** What a content security policy allows a text by: {@code 'sha256-...'}. */
    static String source(String text) {
        byte[] digest =
                Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    /** A policy under which a page runs these scripts and styles and fetches nothing. */
    static String policy(ImmutableList<String> scripts, ImmutableList<String> styles) {
        return "default-src 'none'; script-src " + sources(scripts) + "; style-src " + sources(styles)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String sources(ImmutableList<String> texts) {
        return texts.isEmpty()
                ? "'none'"
                : texts.stream().map(PageAssets::source).collect(Collectors.joining(" "));
    }
}
