package tandem.benchmarks;

/** Flags of every measured JVM, as the launcher {@code tandem} passes them. */
final class Launch {
    /**
     * Fewer launches say nothing: the same JVM with the same flags is up to two times slower in one launch than in the
     * next.
     */
    static final int FORKS = 5;

    static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    /** Aligns the rows of a pack with cache lines. */
    static final String ALIGNMENT = "-XX:ObjectAlignmentInBytes=64";

    private Launch() {}
}
