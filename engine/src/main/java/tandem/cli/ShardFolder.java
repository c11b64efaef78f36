package tandem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tandem.experiment.plan.Shard;
import tandem.experiment.scenario.Scenario;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.ShardFile;

/** A folder that is to hold one shard of a grid, and says so. */
final class ShardFolder {
    private ShardFolder() {}

    /**
     * Checks that a folder may hold what it is opened for.
     *
     * @param shard none for all runs, which every folder may hold
     * @throws RefusedFolderException if it is the folder of another shard
     */
    static void check(ResultFolder folder, Path shown, Optional<Shard> shard, boolean force)
            throws IOException, RefusedFolderException {
        var found = ShardFile.in(folder.target());
        if (force || shard.isEmpty() || found.isEmpty()) {
            return;
        }
        if (found.get().index() != shard.get().index()
                || found.get().count() != shard.get().count()) {
            throw new RefusedFolderException(shown + " is the folder of shard "
                    + found.get().index() + " of " + found.get().count() + ", not of "
                    + shard.get().words()
                    + "; choose another folder with --out, or start over with --force.");
        }
    }

    /** Says whose folder it is. */
    static void begin(ResultFolder folder, Shard shard, Scenario scenario, String command) throws IOException {
        folder.textAtOnce(ResultFile.SCENARIO, scenario.resolvedYaml());
        folder.textAtOnce(
                ResultFile.SHARD, new ShardFile(shard.index(), shard.count(), scenario.name(), command).text());
    }
}
