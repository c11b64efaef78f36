package tandem.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.experiment.problem.UnusableInputException;
import tandem.training.data.DataSet;
import tandem.training.data.Split;

class CsvDataReaderTest {
    private static final CsvDataReader.Columns LAST =
            new CsvDataReader.Columns(Optional.empty(), Optional.empty(), "split", false);

    private static DataSet read(String text) {
        return read(text, LAST);
    }

    private static DataSet read(String text, CsvDataReader.Columns columns) {
        return CsvDataReader.read("my.csv", text.getBytes(StandardCharsets.UTF_8), columns);
    }

    @Test
    void theLastColumnIsTheLabel() {
        var data = read("a,b,kind\n1,2,yes\n-3.5,4e2,no\n");
        assertThat(data.featureNames()).containsExactly("a", "b");
        assertThat(data.classNames()).containsExactly("no", "yes");
        assertThat(data.examples().features()).containsExactly(1, 2, -3.5, 400);
        assertThat(data.examples().labels()).containsExactly(1, 0);
        assertThat(data.assignment()).isEmpty();
    }

    @Test
    void aNamedColumnIsTheLabel() {
        var data = read(
                "kind,a,b\nyes,1,2\nno,3,4\n",
                new CsvDataReader.Columns(Optional.of("kind"), Optional.empty(), "split", false));
        assertThat(data.featureNames()).containsExactly("a", "b");
        assertThat(data.examples().features()).containsExactly(1, 2, 3, 4);
        assertThat(data.examples().labels()).containsExactly(1, 0);
    }

    @Test
    void anyLabelTextIsAccepted() {
        var data = read("x,kind\n1,\"a, \"\"b\"\"\"\n2,\"two\nlines\"\n3,\u00e9\n4,NA\n");
        assertThat(data.classNames()).containsExactly("NA", "a, \"b\"", "two\nlines", "\u00e9");
    }

    @Test
    void byteOrderMarkCarriageReturnsSpaceAndEmptyLinesDoNotCount() {
        var plain = read("x,kind\n1,a\n2,b\n");
        var other = read("\uFEFFx , kind\r\n\r\n 1 ,a \r\n2, b\r\n\r\n");
        assertThat(other.featureNames()).isEqualTo(plain.featureNames());
        assertThat(other.classNames()).isEqualTo(plain.classNames());
        assertThat(other.examples().features()).isEqualTo(plain.examples().features());
        assertThat(read("x,kind\n1,a\n2,b").examples().labels()).containsExactly(0, 1);
    }

    @Test
    void aColumnSaysTheSplit() {
        var columns = new CsvDataReader.Columns(Optional.empty(), Optional.empty(), "part", true);
        var data = read("x,kind,part\n1,a,train\n2,b,test\n3,a,validation\n", columns);
        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.classNames()).containsExactly("a", "b");
        assertThat(data.assignment()).containsExactly(Split.TRAIN, Split.TEST, Split.VALIDATION);
    }

    @Test
    void aSplitColumnIsLeftAsideWhereItIsNotAskedFor() {
        assertThat(read("x,split,kind\n1,train,a\n2,test,b\n").featureNames()).containsExactly("x");
        assertThat(read("x,split,kind\n1,0,a\n2,1,b\n").featureNames()).containsExactly("x", "split");
        assertThat(read(
                                "x,split\n1,train\n2,test\n",
                                new CsvDataReader.Columns(Optional.of("split"), Optional.empty(), "split", false))
                        .classNames())
                .containsExactly("test", "train");
    }

    static List<Arguments> brokenLayouts() {
        return List.of(
                Arguments.of("", "my.csv: the file is empty; give a header line and one line per example"),
                Arguments.of("\n\n", "my.csv: the file is empty; give a header line and one line per example"),
                Arguments.of("x,kind\n", "my.csv: a header but no examples; give one line per example"),
                Arguments.of(
                        "x,kind\n1,a\n,b\n", "my.csv:3:1: x: a missing value; remove the example or fill the value in"),
                Arguments.of(
                        "x,y,kind\n1,?,a\n2,3,b\n",
                        "my.csv:2:3: y: a missing value ('?'); remove the example or fill the value in"),
                Arguments.of(
                        "x,kind\n1,a\n2,\n3,b\n",
                        "my.csv:3:3: kind: a missing label; remove the example or fill the label in"),
                Arguments.of(
                        "x,y,x,kind\n1,2,3,a\n", "my.csv:1:5: x: a second column of this name; rename one of them"),
                Arguments.of(
                        "x,,kind\n1,2,a\n", "my.csv:1:3: column 2 has no name; name every column in the first line"),
                Arguments.of(
                        "kind\na\nb\n",
                        "my.csv:1: no column is left for features; give one column per feature and one for the label"),
                Arguments.of("x;kind\n1;a\n", "my.csv:1: no column is left for features; separate fields by commas"),
                Arguments.of("x,kind\n1,a\n2,b,c\n3\n", """
                    my.csv:3: 3 fields, but the header has 2 columns; give one field per column
                    my.csv:4: 1 field, but the header has 2 columns; give one field per column\
                    """));
    }

    static List<Arguments> brokenFields() {
        return List.of(
                Arguments.of("x,y,kind\n\"1\",0x1p3,a\n1d,2,b\n", """
                    my.csv:2:5: y: not a finite decimal number: '0x1p3'
                    my.csv:3:1: x: not a finite decimal number: '1d'\
                    """),
                Arguments.of("x,kind\n-Infinity,a\n1e999,b\n", """
                    my.csv:2:1: x: not a finite decimal number: '-Infinity'
                    my.csv:3:1: x: too large for a double: '1e999'; rescale the column\
                    """),
                Arguments.of(
                        "x,kind\n1,a\n2,a\n",
                        "my.csv:1: kind: every label is 'a'; a classifier needs two classes or more"),
                Arguments.of(
                        "x,kind\n1,1\n2,1.0\n",
                        "my.csv:1: kind: the labels '1' and '1.0' are the same number; write them alike"),
                Arguments.of(
                        "x,kind\n1,a\n2,\"b\n3,c\n",
                        "my.csv:3: a quote opens in this record and never closes; close it, or double a quote that is"
                                + " meant"),
                Arguments.of("x,kind\n?,a\n\n2,\"b\n3,c\n", """
                    my.csv:2:1: x: a missing value ('?'); remove the example or fill the value in
                    my.csv:3: a quote opens in this record and never closes; close it, or double a quote that is meant\
                    """),
                Arguments.of(
                        "x,kind\n1,\"a\"b\n2,c\n",
                        "my.csv:2: text follows a closing quote; double a quote that is meant"),
                Arguments.of("x,kind\n\"1\n\",a\ny,\"b\nc\"\nz,d\n", """
                    my.csv:4:1: x: not a finite decimal number: 'y'
                    my.csv:6:1: x: not a finite decimal number: 'z'\
                    """));
    }

    @ParameterizedTest
    @MethodSource({"brokenLayouts", "brokenFields"})
    void aBrokenFileSaysWhatIsWrongWhere(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> read("\uFEFF" + text)).hasMessage(message);
        assertThatThrownBy(() -> read(text.replace("\n", "\r\n"))).hasMessage(message);
    }

    @Test
    void anUnknownLabelColumnComesWithASuggestion() {
        var species = new CsvDataReader.Columns(Optional.of("species"), Optional.empty(), "split", false);
        assertThatThrownBy(() -> read("x,Specis\n1,a\n2,b\n", species))
                .hasMessage("my.csv:1: species: no column of this name; did you mean 'Specis'?");
        assertThatThrownBy(() -> read("x,y,kind\n1,2,b\n", species))
                .hasMessage("my.csv:1: species: no column of this name; the columns are x, y, kind");
    }

    @Test
    void aSplitColumnMustBeThereAndSayOneOfThree() {
        var part = new CsvDataReader.Columns(Optional.empty(), Optional.empty(), "part", true);
        assertThatThrownBy(() -> read("x,parts,kind\n1,train,a\n", part))
                .hasMessage("my.csv:1: part: no column of this name; did you mean 'parts'?");
        assertThatThrownBy(() -> read("x,part,kind\n1,train,a\n2,valid,b\n", part))
                .hasMessage("my.csv:3:3: part: must be train, validation or test: 'valid'");
        var same = new CsvDataReader.Columns(Optional.of("part"), Optional.empty(), "part", true);
        assertThatThrownBy(() -> read("x,part\n1,train\n2,test\n", same))
                .hasMessage("my.csv:1:3: part: is both the label and the split column; choose another label");
    }

    private static CsvDataReader.Columns weightedBy(String weight) {
        return new CsvDataReader.Columns(Optional.empty(), Optional.of(weight), "split", false);
    }

    @Test
    void aColumnOfWeightsIsNeitherFeatureNorLabel() {
        var data = read("x,kind,w\n1,a,0.5\n2,b,0\n3,a,2e1\n", weightedBy("w"));
        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.classNames()).containsExactly("a", "b");
        assertThat(data.examples().weights()).containsExactly(0.5, 0, 20);
        assertThat(read("x,kind\n1,a\n2,b\n").examples().isWeighted()).isFalse();
        assertThat(read("x,kind,w,split\n1,a,3,train\n2,b,4,test\n", weightedBy("w"))
                        .examples()
                        .weights())
                .containsExactly(3, 4);
    }

    @Test
    void aWeightIsAFiniteNumberThatIsNotNegative() {
        assertThatThrownBy(() -> read("x,w,kind\n1,-1,a\n2,NaN,b\n3,1e999,b\n4,heavy,a\n5,,a\n", weightedBy("w")))
                .hasMessage("""
                    my.csv:2:3: w: a weight must not be negative: '-1'
                    my.csv:3:3: w: a missing value ('NaN'); remove the example or fill the value in
                    my.csv:4:3: w: too large for a double: '1e999'; rescale the column
                    my.csv:5:3: w: not a finite decimal number: 'heavy'
                    my.csv:6:3: w: a missing value; remove the example or fill the value in\
                    """);
        assertThatThrownBy(() -> read("x,w,kind\n1,0,a\n2,0.0,b\n", weightedBy("w")))
                .hasMessage("my.csv:1: w: every weight is 0, so that no example counts; give one a positive weight");
    }

    @Test
    void theColumnOfWeightsIsThereAndIsNoOther() {
        assertThatThrownBy(() -> read("x,wight,kind\n1,1,a\n2,1,b\n", weightedBy("weight")))
                .hasMessage("my.csv:1: weight: no column of this name; did you mean 'wight'?");
        var both = new CsvDataReader.Columns(Optional.of("kind"), Optional.of("kind"), "split", false);
        assertThatThrownBy(() -> read("x,kind\n1,1\n2,2\n", both))
                .hasMessage("my.csv:1:3: kind: is both the weight and the label; choose another weight, or remove"
                        + " data.weight");
        var split = new CsvDataReader.Columns(Optional.empty(), Optional.of("part"), "part", true);
        assertThatThrownBy(() -> read("x,kind,part\n1,a,train\n2,b,test\n", split))
                .hasMessageStartingWith("my.csv:1:8: part: is both the weight and the split column; choose");
    }

    @Test
    void aColumnOfNumbersIsHardlyALabel() {
        String lines = IntStream.range(0, 50).mapToObj(i -> "a," + i + ".5\n").collect(Collectors.joining());
        assertThatThrownBy(() -> read("kind,x\n" + lines.replace("a,", "1,")))
                .hasMessage("my.csv:1: x: 50 different labels in 50 examples; name the label column with data.label");
    }

    @Test
    void twentyProblemsAreShownAndTheOthersCounted() {
        String lines = IntStream.range(0, 57).mapToObj(i -> "?,a\n").collect(Collectors.joining());
        var problems = catchThrowableOfType(UnusableInputException.class, () -> read("x,kind\n" + lines + "1,b\n"))
                .problems();
        assertThat(problems).hasSize(21);
        assertThat(problems.get(19).line()).isEqualTo(21);
        assertThat(problems.get(19).excerpt()).isEqualTo("?,a");
        assertThat(problems.get(20).toText()).isEqualTo("my.csv: and 37 more problems");
    }

    @Test
    void bytesThatAreNotUtf8AreShownWithTheirPlace() {
        byte[] latin = "x,kind\n1,caf\u00e9\n2,tea\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CsvDataReader.read("my.csv", latin, LAST))
                .hasMessage("my.csv:2:6: byte 0xE9 is not UTF-8; save the file with the encoding UTF-8");
        byte[] utf16 = "\uFEFFx,kind\n".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> CsvDataReader.read("my.csv", utf16, LAST))
                .hasMessage("my.csv:1:1: byte 0xFF is not UTF-8; save the file with the encoding UTF-8");
        byte[] cut = {'x', ',', 'k', '\n', (byte) 0xC3};
        assertThatThrownBy(() -> CsvDataReader.read("my.csv", cut, LAST))
                .hasMessage("my.csv:2:1: byte 0xC3 is not UTF-8; save the file with the encoding UTF-8");
    }

    @Test
    void hundredThousandColumnsAreTooMany() {
        assertThatThrownBy(() -> read("x" + ",".repeat(100_000) + "\n"))
                .hasMessage("my.csv:1: more than 100000 columns; choose fewer features");
    }

    @Test
    void aLongFieldIsShortened() {
        assertThatThrownBy(() -> read("x,kind\n" + "z".repeat(1000) + ",a\n2,b\n"))
                .hasMessage("my.csv:2:1: x: not a finite decimal number: '" + "z".repeat(40) + "...'");
    }
}
