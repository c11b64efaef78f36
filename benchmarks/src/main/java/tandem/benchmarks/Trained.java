package tandem.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Counts what a benchmark trains. JMH divides each field by the measured seconds: {@code models} is models a second,
 * {@code cpuSeconds} the processor seconds of the whole process (collector and compiler included) a second, and their
 * quotient models per CPU-second, which other programs on the machine disturb least. {@code cpuSeconds} is meaningful
 * for one benchmark thread only.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Trained {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public long models;
    public double cpuSeconds;
    private long start;

    @Setup(Level.Iteration)
    public void start() {
        start = PROCESS.getProcessCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        cpuSeconds = (PROCESS.getProcessCpuTime() - start) * 1e-9;
    }
}
