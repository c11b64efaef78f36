package tandem.analysis.comparison.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.tables.UnusableTableException;

/** The keyed diff of two files. */
final class TableDifferTest {
    private static final ImmutableList<String> KEYS = ImmutableList.of("run", "split");
    private static final DiffOptions EXACT = options(Tolerance.EXACT);

    @TempDir
    private Path folder;

    private int files;

    private static DiffOptions options(Tolerance tolerance, String... ignored) {
        return new DiffOptions(
                tolerance,
                ImmutableList.copyOf(ignored).stream().map(ColumnPattern::new).collect(ImmutableList.toImmutableList()),
                5);
    }

    private Path csv(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(files++ + ".csv"), String.join("\n", lines) + "\n");
    }

    private Path csv(String... lines) throws IOException {
        return csv(List.of(lines));
    }

    private static TableDiff diff(DiffOptions options, Path first, Path second) throws IOException {
        return new TableDiffer(options).diff(first, second, KEYS, false);
    }

    /** {@code run,split,loss,note} of 60 runs with two splits each. */
    private static List<String> rows(String loss) {
        var rows = new ArrayList<String>();
        for (int run = 0; run < 60; run++) {
            rows.add(run + ",train," + run + "." + loss + ",a");
            rows.add(run + ",test," + run + ".5,\"b, c\"");
        }
        return rows;
    }

    private Path table(List<String> rows) throws IOException {
        var lines = new ArrayList<>(List.of("run,split,loss,note"));
        lines.addAll(rows);
        return csv(lines);
    }

    @Test
    void aTableIsTheSameAsItself() throws IOException {
        Path table = table(rows("25"));
        var diff = diff(EXACT, table, table);
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.rows()).isEqualTo(new TableDiff.Rows(120, 120, 120, 0));
    }

    @Test
    void everyDifferenceIsCountedAndTheLargestIsNamed() throws IOException {
        Path first = csv("run,split,loss,note", "1,train,0.5,a", "1,test,0.25,a", "2,train,1,a", "3,train,1,a");
        Path second = csv("run,split,loss,note", "1,train,0.5,b", "1,test,0.75,a", "2,train,,a", "4,train,1,a");
        var diff = diff(EXACT, first, second);
        assertThat(diff.rows()).isEqualTo(new TableDiff.Rows(4, 4, 3, 3));
        assertThat(diff.columns())
                .containsExactly(
                        new TableDiff.ColumnDiff("loss", 2, 0.5, "run=1, split=test"),
                        new TableDiff.ColumnDiff("note", 1, Double.NaN, "run=1, split=train"));
        assertThat(diff.fields())
                .containsExactly(
                        new TableDiff.FieldDiff("run=1, split=test", "loss", "0.25", "0.75"),
                        new TableDiff.FieldDiff("run=1, split=train", "note", "a", "b"),
                        new TableDiff.FieldDiff("run=2, split=train", "loss", "1", ""));
        assertThat(diff.firstRows()).containsExactly("run=3, split=train");
        assertThat(diff.secondRows()).containsExactly("run=4, split=train");
    }

    @Test
    void theDiffFromTheOtherSideIsTheSameWithSidesExchanged() throws IOException {
        var some = rows("25");
        var others = rows("75");
        others.removeLast();
        others.add("70,train,1.0,z");
        Path a = table(some);
        Path b = table(others);
        var there = diff(EXACT, a, b);
        var back = diff(EXACT, b, a);
        assertThat(there.isEmpty()).isFalse();
        assertThat(back.rows().onlyFirst()).isEqualTo(there.rows().onlySecond());
        assertThat(back.rows().changed()).isEqualTo(there.rows().changed());
        assertThat(back.firstRows()).isEqualTo(there.secondRows());
        assertThat(back.secondRows()).isEqualTo(there.firstRows());
        assertThat(back.columns()).isEqualTo(there.columns());
        assertThat(back.fields())
                .extracting(TableDiff.FieldDiff::second)
                .containsExactlyElementsOf(
                        there.fields().stream().map(TableDiff.FieldDiff::first).toList());
    }

    @Test
    void theOrderOfRowsAndTheMemoryChangeNothing() throws IOException {
        var some = rows("25");
        var others = rows("75");
        others.removeFirst();
        others.add("70,train,1.0,z");
        var expected = diff(EXACT, table(some), table(others));
        assertThat(expected.rows()).isEqualTo(new TableDiff.Rows(120, 120, 119, 59));
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(some, new Random(seed));
            Collections.shuffle(others, new Random(seed + 100));
            // 2000 bytes are some ten rows: the table is sorted in a dozen files.
            for (long budget : new long[] {2000, 1 << 20}) {
                assertThat(new TableDiffer(EXACT, budget).diff(table(some), table(others), KEYS, false))
                        .isEqualTo(expected);
            }
        }
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("tandem-compare-"));
        }
    }

    @Test
    void columnsOfOneSideAreToldUnlessIgnored() throws IOException {
        Path first = csv("run,split,loss,old", "1,train,0.5,a");
        Path second = csv("split,new_one,new_two,loss,run", "train,a,b,0.5,1");
        var diff = diff(EXACT, first, second);
        assertThat(diff.firstColumns()).containsExactly("old");
        assertThat(diff.secondColumns()).containsExactly("new_one", "new_two");
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff(options(Tolerance.EXACT, "old", "new_*"), first, second).isEmpty())
                .isTrue();
    }

    @Test
    void aKeyOfTwoFieldsIsNotThatOfTwoOthersWithTheSameLetters() throws IOException {
        Path table = csv("run,split,loss", "\"a\u001f\",b,1", "a,\"\u001fb\",2", "\"a\u001e\",b,3", "a,\"\u001eb\",4");
        assertThat(diff(EXACT, table, table).rows().joined()).isEqualTo(4);
    }

    @Test
    void aDuplicateKeyNamesBothRows() throws IOException {
        Path good = csv("run,split,loss", "1,train,1", "2,train,2");
        Path bad = csv("run,split,loss", "1,train,1", "1,test,2", "1,train,3");
        assertThatThrownBy(() -> diff(EXACT, good, bad))
                .isInstanceOf(UnusableTableException.class)
                .hasMessageContaining(bad + ":4: the key run=1, split=train is also that of line 2");
        Path scattered = csv("run,split,loss", "2,train,1", "1,test,2", "2,train,3");
        assertThatThrownBy(() -> diff(EXACT, scattered, good))
                .hasMessageContaining(":4: the key run=2, split=train is also that of line 2");
    }

    @Test
    void aMissingKeyNamesItsRow() throws IOException {
        Path bad = csv("run,split,loss", "1,train,1", "2,,2");
        assertThatThrownBy(() -> diff(EXACT, bad, bad))
                .hasMessageContaining(bad + ":3: this row has no key: its field split is empty");
        Path other = csv("run,part,loss", "1,train,1");
        assertThatThrownBy(() -> diff(EXACT, other, other))
                .hasMessageContaining("there is no key column split; its columns are run, part, loss");
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsNamed() throws IOException {
        Path few = csv("run,split,loss", "1,train,1", "2,train");
        assertThatThrownBy(() -> diff(EXACT, few, few))
                .hasMessageContaining(few + ":3: this row has 2 fields where the header has 3");
        Path many = csv("run,split,loss", "1,train,1,9");
        assertThatThrownBy(() -> diff(EXACT, many, many)).hasMessageContaining(many + ":2: this row has 4 fields");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        Path marked = csv("\ufeffrun,split,loss", "1,train,1");
        assertThat(diff(EXACT, marked, csv("run,split,loss", "1,train,1")).isEmpty())
                .isTrue();
    }

    @Test
    void whatIsNoTableIsRefusedWithASentence() throws IOException {
        Path open = csv("run,split,loss", "1,train,\"1", "2,train,2");
        assertThatThrownBy(() -> diff(EXACT, open, open))
                .isInstanceOf(UnusableTableException.class)
                .hasMessageContaining(open + ":");
        Path twice = csv("run,split,loss,loss", "1,train,1,2");
        assertThatThrownBy(() -> diff(EXACT, twice, twice))
                .isInstanceOf(UnusableTableException.class)
                .hasMessageContaining(twice + ":1:");
        Path latin = Files.write(
                folder.resolve("latin.csv"), new byte[] {'r', 'u', 'n', ',', 's', '\n', '1', ',', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> new TableDiffer(EXACT).diff(latin, latin, ImmutableList.of("run"), false))
                .isInstanceOf(UnusableTableException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFieldOfAMegabyteIsReadAndARowWithoutEndIsNot() throws IOException {
        Path large = csv("run,split,loss", "1,train," + "x".repeat(1 << 20));
        assertThat(diff(EXACT, large, large).isEmpty()).isTrue();
        Path endless = csv("run,split,loss", "1,train,1", "2,train,\"" + "x,\n".repeat(6 << 20));
        assertThatThrownBy(() -> diff(EXACT, endless, endless)).hasMessageContaining("is a quote missing?");
    }
}
