package tandem.measures;

/** What the last state says. */
public enum OutcomeMeasure implements Measure {
    AUC;
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
