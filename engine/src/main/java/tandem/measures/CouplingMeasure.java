package tandem.measures;

/** How accuracy follows loss: measures too dear for every run. */
public enum CouplingMeasure implements Measure {
    ;
    @Override
    public String column() { throw new IllegalStateException(); }
    @Override
    public String unit() { throw new IllegalStateException(); }
    @Override
    public String range() { throw new IllegalStateException(); }
    @Override
    public String definition() { throw new IllegalStateException(); }
    @Override
    public boolean isCount() { throw new IllegalStateException(); }
    @Override
    public int minimumEpochs() { throw new IllegalStateException(); }
    @Override
    public Measured of(SplitResult result) { throw new IllegalStateException(); }
}
