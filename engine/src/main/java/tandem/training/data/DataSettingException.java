package tandem.training.data;

/**
 * A setting of data or corruption that the source at hand cannot satisfy: a size that does not fit, a split that leaves a class out, a share that
 * cannot be had.
 */
public final class DataSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;

    /**
     * @param setting the setting's name among the data settings: {@code validation}, {@code source}, ...
     * @param message what is wrong; what to do
     */
    public DataSettingException(String setting, String message) {
        this("data", setting, message);
    }

    private DataSettingException(String section, String setting, String message) {
        super(message);
        this.path = section + "." + setting;
    }

    /**
     * A fault of a corruption.
     *
     * @param setting its name below {@code corruption}: {@code label_noise.map}
     * @param message what is wrong; what to do
     */
    public static DataSettingException ofCorruption(String setting, String message) {
        return new DataSettingException("corruption", setting, message);
    }

    /** Dotted key of the setting in a scenario: {@code data.validation}. */
    public String path() {
        return path;
    }
}
