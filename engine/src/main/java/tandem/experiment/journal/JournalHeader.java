package tandem.experiment.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import tandem.tables.Manifest;

/**
 * What all records of a file have in common.
 *
 * @param numericsVersion records of different versions cannot stand in one table
 * @param name of the scenario
 * @param experiment the resolved scenario without its claims, as YAML
 * @param data every file that examples came from
 * @param recorded what was kept of the runs
 * @param columns of runs.csv, in the order of the records' values
 * @param tables by file name, in the order of the records' rows: the columns of each table of which the records hold rows
 */
public record JournalHeader(
        int numericsVersion,
        String name,
        String experiment,
        ImmutableList<Manifest.DataFile> data,
        Recorded recorded,
        ImmutableList<String> columns,
        ImmutableMap<String, ImmutableList<String>> tables) {

    byte[] toBytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(numericsVersion);
        write(out, name);
        write(out, experiment);
        out.writeInt(data.size());
        for (var file : data) {
            write(out, file.name());
            write(out, file.sha256());
        }
        recorded.write(out);
        write(out, columns);
        out.writeInt(tables.size());
        for (var table : tables.entrySet()) {
            write(out, table.getKey());
            write(out, table.getValue());
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are no header; they are, where their checksum was right */
    static JournalHeader of(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        int numericsVersion = in.readInt();
        String name = read(in);
        String experiment = read(in);
        var data = ImmutableList.<Manifest.DataFile>builder();
        for (int left = in.readInt(); left > 0; left--) {
            data.add(new Manifest.DataFile(read(in), read(in)));
        }
        var recorded = Recorded.read(in);
        var columns = readList(in);
        var tables = ImmutableMap.<String, ImmutableList<String>>builder();
        for (int left = in.readInt(); left > 0; left--) {
            tables.put(read(in), readList(in));
        }
        return new JournalHeader(
                numericsVersion, name, experiment, data.build(), recorded, columns, tables.buildOrThrow());
    }

    static void write(DataOutputStream out, ImmutableList<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    static ImmutableList<String> readList(DataInputStream in) throws IOException {
        var texts = ImmutableList.<String>builder();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(read(in));
        }
        return texts.build();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }
}
