package tandem.experiment.run;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tandem.experiment.journal.Journal;
import tandem.experiment.journal.JournalHeader;
import tandem.experiment.scenario.Scenario;
import tandem.experiment.scenario.ScenarioFile;
import tandem.experiment.scenario.ShellWord;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.ShardFile;

/**
 * What a result folder is about, finished or not, as it says itself.
 *
 * @param scenario that of its tables where it is finished, otherwise of what is being trained
 * @param data the files that its examples came from
 * @param isFinished whether its tables are those of the scenario
 * @param shard which part of the runs it is to hold, where it is a shard
 */
public record FolderContents(
        Path folder,
        Scenario scenario,
        ImmutableList<Manifest.DataFile> data,
        boolean isFinished,
        Optional<ShardFile> shard) {

    /**
     * Looks into a folder, which another process may be writing.
     *
     * @throws RefusedFolderException if it holds neither results nor runs of Tandem
     */
    public static FolderContents of(Path folder) throws IOException, RefusedFolderException {
        if (!Files.isDirectory(folder)) {
            throw new RefusedFolderException(folder
                    + ": there is no such folder; name one that tandem run has written, or wait for the first runs"
                    + " of one that has just begun.");
        }
        var header = Journal.in(folder).lastHeader();
        var manifest = Manifest.in(folder);
        var shard = ShardFile.in(folder);
        if (manifest.isPresent()) {
            var scenario = ScenarioFile.readResolved(
                    folder.resolve(ResultFile.SCENARIO.fileName()),
                    manifest.get().scenario().name());
            boolean same = header.isEmpty() || header.get().experiment().equals(scenario.experimentYaml());
            if (same || isLast(folder)) {
                return new FolderContents(folder, scenario, manifest.get().data(), true, Optional.empty());
            }
        }
        if (shard.isPresent()) {
            return ofShard(folder, header, shard.get());
        }
        if (header.isEmpty()) {
            throw new RefusedFolderException(
                    folder + " holds neither results nor runs of Tandem; name a folder that tandem run writes.");
        }
        return new FolderContents(
                folder, scenario(folder, header.get()), header.get().data(), false, Optional.empty());
    }

    private static Scenario scenario(Path folder, JournalHeader header) {
        String shown = folder.resolve(ResultFolder.JOURNAL).toString();
        return ScenarioFile.ofResolved(shown, header.name(), header.experiment());
    }

    private static FolderContents ofShard(Path folder, Optional<JournalHeader> header, ShardFile shard)
            throws IOException, RefusedFolderException {
        Path file = folder.resolve(ResultFile.SCENARIO.fileName());
        if (!Files.exists(file)) {
            throw new RefusedFolderException(lenientFormat(
                    "%s is the folder of a shard that was never begun; train it with: %s --shard %s/%s --out %s",
                    folder, shard.command(), shard.index(), shard.count(), ShellWord.quoted(folder.toString())));
        }
        String yaml = Files.readString(file);
        var scenario = ScenarioFile.ofResolved(file.toString(), shard.scenario(), yaml);
        var data = header.map(JournalHeader::data).orElse(ImmutableList.of());
        return new FolderContents(folder, scenario, data, false, Optional.of(shard));
    }

    /** Whether the manifest is not older than the journal, to which a continued run appends. */
    private static boolean isLast(Path folder) throws IOException {
        var manifest = Files.getLastModifiedTime(folder.resolve(ResultFile.MANIFEST.fileName()));
        for (Path file : Journal.in(folder).files()) {
            if (Files.getLastModifiedTime(file).compareTo(manifest) > 0) {
                return false;
            }
        }
        return true;
    }
}
