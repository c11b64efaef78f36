package tandem.experiment.run;

/** The version of everything that decides the bytes of a table. */
public final class NumericsVersion {

    /** Raised with every change after which a published scenario may give other bytes. */
    public static final int CURRENT = 1;

    private NumericsVersion() {}
}
