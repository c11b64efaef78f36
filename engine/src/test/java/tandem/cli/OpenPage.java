package tandem.cli;

import com.google.common.collect.ImmutableList;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page opened from disk in the installed Chromium, with everything it says on its console and asks of a network. A
 * missing browser is an error, so that no test passes for want of one.
 */
final class OpenPage implements AutoCloseable {
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** A browser for any number of pages, one after the other. */
    static final class Chromium implements AutoCloseable {
        private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", program("node"), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program("chromium", "chromium-browser", "google-chrome")))
                        // Containers run as root, where Chromium refuses its sandbox.
                        .setArgs(ImmutableList.of("--no-sandbox")));

        OpenPage open(Path file, int width, ColorScheme colours) {
            return new OpenPage(browser, file, width, colours);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private OpenPage(Browser browser, Path file, int width, ColorScheme colours) {
        page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(colours));
        page.onConsoleMessage(message -> complaints.add("console: " + message.text()));
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith("file:")) {
                complaints.add("request: " + request.url());
            }
        });
        page.navigate(file.toAbsolutePath().toUri().toString());
        page.waitForSelector("html[data-ready]");
    }

    private static String program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + String.join(", ", names)
                        + " is on the path; install it, for instance from Debian's" + " packages chromium and nodejs"))
                .toString();
    }

    Page page() {
        return page;
    }

    /** Scrolls through the page until every chart is drawn. */
    void drawAll() {
        for (var chart : page.locator("section.chart[id]").all()) {
            chart.scrollIntoViewIfNeeded();
            if (!"absent".equals(chart.getAttribute("id"))) {
                drawn(String.valueOf(chart.getAttribute("id")));
            }
        }
    }

    /** Waits until a chart is drawn. */
    void drawn(String chart) {
        page.waitForSelector("#" + chart + "[data-drawn]");
    }

    /** Waits until a chart has been drawn anew since it was drawn so many times. */
    void drawnAfter(String chart, int times) {
        page.waitForFunction(
                "([id, n]) => Number(document.getElementById(id).dataset.drawn) > n", List.of(chart, times));
    }

    int timesDrawn(String chart) {
        return Integer.parseInt(String.valueOf(page.locator("#" + chart).getAttribute("data-drawn")));
    }

    /** The value of an expression in the page. */
    Object ask(String expression) {
        return page.evaluate(expression);
    }

    /** Texts of the charts drawn so far that cannot be read as they are meant. */
    Object badTexts() {
        return ask(ChartTexts.BAD);
    }

    /** What a page should not do: speak on the console, fail, or ask a network. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        page.close();
    }
}
