package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.tables.Manifest;
import tandem.tables.ResultFile;
import tandem.tables.Schemas;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

final class CurvesFrameTest {
    @TempDir
    private Path folder;

    /** The loss is least at epoch 101 and the accuracy greatest at 203, in every cell. */
    private String page(int cells, int epochs) throws IOException {
        var table = new StringBuilder(String.join(",", Schemas.curves().header())).append('\n');
        for (int cell = 0; cell < cells; cell++) {
            for (int epoch = 0; epoch <= epochs; epoch++) {
                String loss = epoch == 101 ? "0.25" : "0.5";
                String accuracy = epoch == 203 ? "0.75" : "0.5";
                table.append(lenientFormat(
                        "%s,%s,train,3,%s,0.1,0.4,0.5,0.6,%s,0.1,0.4,0.5,0.6\n", cell, epoch, loss, accuracy));
            }
        }
        Files.writeString(folder.resolve(ResultFile.CURVES.fileName()), table);
        return read(cells);
    }

    private String read(int cells) throws IOException {
        var contents = new Contents();
        CurvesFrame.read(
                new StudyTables(
                        folder,
                        Manifest.of(
                                1,
                                new Manifest.ScenarioIdentity("x", "x"),
                                ImmutableList.of(),
                                1,
                                new Manifest.Counts(cells, 3, 3L * cells, 0, 0))),
                contents);
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            contents.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    @Test
    void aFewCurvesAreKeptWhole() throws IOException {
        assertThat(page(2, 300)).contains("\"curves\":{\"rows\":602,", "\"notes\":[]");
    }

    /** 24,000 rows for 100 cells are 240 of the 401 epochs. */
    @Test
    void ofManyCurvesSomeEpochsAreKeptAndThePageSaysSo() throws IOException {
        assertThat(page(100, 400))
                .contains("\"curves\":{\"rows\":24000,", "Curves show 240 of the 401 epochs, at even distances");
    }

    @Test
    void theMarksAreThoseOfAllEpochs() throws IOException {
        assertThat(page(100, 400))
                .containsPattern("\"min_loss_epoch\":\\[101,101,.*\"max_accuracy_epoch\":\\[203,203,");
    }

    @Test
    void curvesOfCleanLabelsComeWithMarksOfTheirOwn() throws IOException {
        Files.writeString(
                folder.resolve(ResultFile.CURVES.fileName()),
                String.join(",", Schemas.curves().header())
                        + ",clean_loss_mean,clean_loss_sd,clean_loss_q25,clean_loss_median,clean_loss_q75,clean_accuracy_mean,clean_accuracy_sd,clean_accuracy_q25,clean_accuracy_median,clean_accuracy_q75\n"
                        + "0,1,train,3,0.5,0,0,0,0,0.5,0,0,0,0,0.25,0,0,0,0,0.75,0,0,0,0\n"
                        + "0,2,train,3,0.25,0,0,0,0,0.75,0,0,0,0,0.5,0,0,0,0,0.5,0,0,0,0\n");
        assertThat(read(1))
                .contains("\"clean_loss_mean\":[0.25,0.5]", "\"labels\":{\"texts\":[\"\",\"clean_\"],\"codes\":[0,1]}")
                .contains("\"min_loss_epoch\":[2,1]", "\"max_accuracy_epoch\":[2,1]");
    }

    @Test
    void anEpochZeroAloneIsNoCurve() throws IOException {
        assertThat(page(3, 0)).contains("\"frames\":{}");
    }
}
