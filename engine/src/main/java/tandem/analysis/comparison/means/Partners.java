package tandem.analysis.comparison.means;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Two sides replicate by replicate.
 *
 * @param from values of the first side whose replicate has one on the second, too; {@code to} are those
 * @param missing replicates with a value on one side at the most
 * @param unknown those of the missing with a value on neither side
 */
record Partners(ImmutableDoubleArray from, ImmutableDoubleArray to, int missing, int unknown) {

    static Partners of(Values.Each first, Values.Each second) {
        var from = ImmutableDoubleArray.builder();
        var to = ImmutableDoubleArray.builder();
        int missing = 0;
        int unknown = 0;
        int a = 0;
        int b = 0;
        while (a < first.count() || b < second.count()) {
            int left = replicate(first, a);
            int right = replicate(second, b);
            double x = left <= right ? first.values().get(a++) : Double.NaN;
            double y = right <= left ? second.values().get(b++) : Double.NaN;
            if (Double.isNaN(x) || Double.isNaN(y)) {
                missing++;
                unknown += Double.isNaN(x) && Double.isNaN(y) ? 1 : 0;
            } else {
                from.add(x);
                to.add(y);
            }
        }
        return new Partners(from.build(), to.build(), missing, unknown);
    }

    /** Behind all others at the end. */
    private static int replicate(Values.Each values, int position) {
        return position < values.count() ? values.replicates().get(position) : Integer.MAX_VALUE;
    }
}
