package tandem.experiment.run;

import static com.google.common.base.Strings.lenientFormat;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.experiment.journal.JournalHeader;
import tandem.tables.RefusedFolderException;

/** Whether the runs of a journal may stand in one table with those of a plan, and are all among them. */
final class JournalAgreement {
    private static final String REMEDY = "choose another folder with --out, or start over with --force.";

    private final Path folder;
    private final JournalHeader wanted;
    private @Nullable JournalHeader ofOthers;

    JournalAgreement(Path folder, JournalHeader wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /** @throws RefusedFolderException if runs of that file came about in another way */
    void check(JournalHeader found) throws RefusedFolderException {
        if (found.numericsVersion() != wanted.numericsVersion()) {
            throw new RefusedFolderException(lenientFormat(
                    "%s holds runs of numerics version %s, and this Tandem computes version %s, of which the last"
                            + " digits may differ; %s",
                    folder, found.numericsVersion(), wanted.numericsVersion(), REMEDY));
        }
        for (var file : found.data()) {
            Optional<String> changed = wanted.data().stream()
                    .filter(now ->
                            now.name().equals(file.name()) && !now.sha256().equals(file.sha256()))
                    .map(now -> now.name())
                    .findFirst();
            if (changed.isPresent()) {
                throw new RefusedFolderException(lenientFormat(
                        "The data file %s is not the one that the runs in %s were trained on; %s",
                        changed.get(), folder, REMEDY));
            }
        }
    }

    /** A run of that file is not the plan's. */
    void addOther(JournalHeader found) {
        ofOthers = ofOthers == null ? found : ofOthers;
    }

    /** @throws RefusedFolderException if there were runs of others; says which keys differ */
    void checkOthers() throws RefusedFolderException {
        if (ofOthers == null) {
            return;
        }
        var differences = ScenarioDifferences.between(ofOthers.experiment(), wanted.experiment());
        String what = ofOthers.name().equals(wanted.name())
                ? lenientFormat("'%s' with other settings", wanted.name())
                : lenientFormat("the scenario '%s'", ofOthers.name());
        throw new RefusedFolderException(lenientFormat(
                "%s holds runs of %s, which this grid does not have: %s; %s",
                folder,
                what,
                differences.isEmpty() ? "its data source means another one" : String.join("; ", differences),
                REMEDY));
    }
}
