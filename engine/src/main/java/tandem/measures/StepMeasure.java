package tandem.measures;

/** How loss and accuracy move together at the T - 1 steps between the epochs 1..T. */
public enum StepMeasure implements Measure {
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
