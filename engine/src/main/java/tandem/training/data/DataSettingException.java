package tandem.training.data;

/** A data setting that the source at hand cannot satisfy: a size that does not fit, a split that leaves a class out. */
public final class DataSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String setting;

    /**
     * @param setting the setting's name among the data settings: {@code validation}, {@code source}, ...
     * @param message what is wrong; what to do
     */
    public DataSettingException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    /** Dotted key of the setting in a scenario: {@code data.validation}. */
    public String path() {
        return "data." + setting;
    }
}
