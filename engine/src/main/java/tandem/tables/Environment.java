package tandem.tables;

/**
 * Where, with what and how long a run was computed: all that may differ between two folders with the same tables.
 *
 * @param lanes doubles per vector; 1 for scalar kernels
 * @param wallSeconds from the start of the command to the last table
 */
public record Environment(
        String tandemVersion,
        String host,
        String processor,
        int processors,
        String operatingSystem,
        String jvm,
        int lanes,
        int threads,
        String started,
        double wallSeconds) {}
