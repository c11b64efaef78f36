package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApportionmentTest {

    /** Quotas of 10 among 6, 6, 2 of 14: 4.286, 4.286, 1.429. Rounded down 4, 4, 1; the largest fraction is the third's. */
    @Test
    void theLargestRemainderGetsTheExampleLeftOver() {
        int[] sizes = {6, 6, 2};
        assertThat(Apportionment.byLargestRemainders(sizes, sizes, 10)).containsExactly(4, 4, 2);
    }

    @Test
    void tiesGoToTheLowerClass() {
        int[] sizes = {50, 50, 50};
        assertThat(Apportionment.byLargestRemainders(sizes, sizes, 31)).containsExactly(11, 10, 10);
        assertThat(Apportionment.oneByOne(sizes, sizes, 31)).containsExactly(11, 10, 10);
    }

    /** Quotas 1.5 and 1.5 of two classes of 3, of which the first can give 1 only. */
    @Test
    void noClassGivesMoreThanItHas() {
        int[] sizes = {3, 3};
        assertThat(Apportionment.byLargestRemainders(sizes, new int[] {1, 3}, 3))
                .containsExactly(1, 2);
        assertThat(Apportionment.oneByOne(sizes, new int[] {1, 3}, 4)).containsExactly(1, 3);
    }

    /**
     * The Alabama paradox: largest remainders give the third class 2 of 10 (quotas 4.286, 4.286, 1.429) but 1 of 11 (4.714, 4.714, 1.571).
     */
    @Test
    void oneByOneNeverTakesBackAsTheTotalGrows() {
        int[] sizes = {6, 6, 2};
        assertThat(Apportionment.byLargestRemainders(sizes, sizes, 11)).containsExactly(5, 5, 1);
        int[] previous = new int[3];
        for (int total = 1; total <= 14; total++) {
            int[] given = Apportionment.oneByOne(sizes, sizes, total);
            int sum = 0;
            for (int c = 0; c < 3; c++) {
                assertThat(given[c]).isGreaterThanOrEqualTo(previous[c]);
                assertThat(Math.abs(given[c] - total * sizes[c] / 14.0)).isLessThan(1);
                sum += given[c];
            }
            assertThat(sum).isEqualTo(total);
            previous = given;
        }
        assertThat(previous).containsExactly(6, 6, 2);
    }

    @Test
    void largeSizesDoNotOverflow() {
        int[] sizes = {2_000_000_000, 100_000_000};
        assertThat(Apportionment.byLargestRemainders(sizes, sizes, 2_099_999_999))
                .containsExactly(1_999_999_999, 100_000_000);
    }
}
