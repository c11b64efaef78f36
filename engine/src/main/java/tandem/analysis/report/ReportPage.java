package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import java.io.StringWriter;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A page about one study, or about two side by side. */
public final class ReportPage {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportPage() {}

    /** What a page is called unless somebody says otherwise: after its folders, which differ where scenarios do not. */
    public static String fileName(ImmutableList<Study> studies) {
        String name = studies.stream()
                .map(study -> FolderNames.of(study.folder()))
                .distinct()
                .collect(Collectors.joining("-and-"));
        return (name.isEmpty() ? "report" : name) + ".html";
    }

    /** One file that opens without a network. */
    public static String selfContained(ImmutableList<Study> studies) {
        String style = PageAssets.text(PageAssets.STYLE);
        var scripts = PageAssets.SCRIPTS.stream().map(PageAssets::text).collect(ImmutableList.toImmutableList());
        return fill(
                studies,
                PageAssets.policy(scripts, ImmutableList.of(style)),
                "<style>" + style + "</style>",
                scripts.stream().map(text -> "<script>" + text + "</script>").collect(Collectors.joining("\n")),
                "",
                PageAssets.licences());
    }

    /** A page of a site, which shares styles and scripts with the others. */
    static String ofSite(Study study) {
        return fill(
                ImmutableList.of(study),
                Site.POLICY,
                "<link rel=\"stylesheet\" href=\"../" + Site.ASSETS + "/" + Site.STYLE + "\">",
                Site.SCRIPTS.stream()
                        .map(name -> "<script src=\"../" + Site.ASSETS + "/" + name + "\"></script>")
                        .collect(Collectors.joining("\n")),
                "<nav class=\"up\"><a href=\"../index.html\">All questions</a></nav>",
                "");
    }

    private static String fill(
            ImmutableList<Study> studies, String policy, String styles, String scripts, String above, String licences) {
        String title = studies.stream().map(Study::question).collect(Collectors.joining(" / "));
        return PageAssets.text("page.html")
                .replace("{{policy}}", policy)
                .replace("{{styles}}", styles)
                .replace("{{above}}", above)
                .replace("{{licences}}", licences)
                .replace("{{scripts}}", scripts)
                .replace("{{title}}", HtmlEscapers.htmlEscaper().escape(title).replace("{", "&#123;"))
                // Last, so that nothing in the data is taken for a place to fill; nor is anything in the title.
                .replace("{{data}}", json(studies));
    }

    /** The studies as JSON that can stand in a script element: without a less-than sign nothing in it ends the element. */
    static String json(ImmutableList<Study> studies) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("studies");
            var labels =
                    FolderNames.distinct(studies.stream().map(Study::folder).collect(ImmutableList.toImmutableList()));
            for (int i = 0; i < studies.size(); i++) {
                studies.get(i).write(labels.get(i), json);
            }
            json.writeEndArray();
            changes(studies, json);
            MeasureTexts.write(json);
            json.writeEndObject();
        }
        return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** In what the scenarios of two studies differ. */
    private static void changes(ImmutableList<Study> studies, JsonGenerator json) {
        json.writeArrayPropertyStart("changes");
        if (studies.size() == 2) {
            for (var change : ScenarioChanges.between(
                    studies.getFirst().scenario(), studies.getLast().scenario())) {
                json.writeStartObject();
                json.writeStringProperty("key", change.key());
                json.writeStringProperty("before", change.before());
                json.writeStringProperty("after", change.after());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
