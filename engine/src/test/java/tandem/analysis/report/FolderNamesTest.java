package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FolderNamesTest {
    private static ImmutableList<String> names(String... folders) {
        return FolderNames.distinct(
                ImmutableList.copyOf(folders).stream().map(Path::of).collect(ImmutableList.toImmutableList()));
    }

    @Test
    void aFolderIsCalledByItsNameHoweverItWasGiven() {
        assertThat(FolderNames.of(Path.of("out/a/"))).isEqualTo("a");
        assertThat(FolderNames.of(Path.of("out/b/../a/."))).isEqualTo("a");
        assertThat(FolderNames.of(Path.of("."))).isNotEmpty().isNotEqualTo(".");
        assertThat(FolderNames.of(Path.of("/"))).isEmpty();
    }

    @Test
    void foldersAreToldApartByAsMuchOfTheirPathsAsItTakes() {
        assertThat(names("/out/before", "/out/after")).containsExactly("before", "after");
        assertThat(names("/one/mine", "/two/mine")).containsExactly("one/mine", "two/mine");
        assertThat(names("/mine", "/two/mine")).containsExactly("mine", "two/mine");
    }

    @Test
    void theSameFolderTwiceIsNumbered() {
        assertThat(names("/out/a", "/out/b/../a")).containsExactly("1: a", "2: a");
    }
}
