package tandem.experiment.run;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tandem.experiment.data.DataProvider;
import tandem.experiment.journal.Journal;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Shard;
import tandem.experiment.scenario.ShellWord;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFolder;
import tandem.tables.ShardFile;

/** Folders of shards, which together are to make up a whole grid. */
public final class ShardSet {
    private final ImmutableList<FolderContents> folders;

    private ShardSet(ImmutableList<FolderContents> folders) {
        this.folders = folders;
    }

    /**
     * A set of folders that are all shards of one grid, each once and none missing.
     *
     * @param folders at least one
     * @throws RefusedFolderException if they are not; names those that are foreign, doubled or missing
     */
    public static ShardSet of(ImmutableList<FolderContents> folders) throws RefusedFolderException {
        var first = folders.getFirst();
        var known = new TreeMap<Integer, FolderContents>();
        List<String> wrong = new ArrayList<>();
        for (var folder : folders) {
            if (folder.shard().isEmpty()) {
                wrong.add(folder.folder() + " is no shard: tandem run --shard has not written it");
                continue;
            }
            if (first.shard().isPresent() && !isOfOne(first, folder)) {
                wrong.add(foreign(first, folder));
                continue;
            }
            var other = known.putIfAbsent(folder.shard().get().index(), folder);
            if (other != null) {
                wrong.add(lenientFormat(
                        "%s and %s are both %s",
                        other.folder(), folder.folder(), words(folder.shard().get())));
            }
        }
        if (wrong.isEmpty()) {
            int count = first.shard().orElseThrow().count();
            for (int index = 1; index <= count; index++) {
                if (!known.containsKey(index)) {
                    wrong.add(new Shard(index, count).words() + " is missing");
                }
            }
        }
        refuseIf(wrong);
        return new ShardSet(ImmutableList.copyOf(known.values()));
    }

    private static void refuseIf(List<String> wrong) throws RefusedFolderException {
        if (!wrong.isEmpty()) {
            throw new RefusedFolderException("Nothing was merged: " + String.join("; ", wrong) + ".");
        }
    }

    private static boolean isOfOne(FolderContents first, FolderContents other) {
        return other.shard().orElseThrow().count()
                        == first.shard().orElseThrow().count()
                && other.scenario().resolvedYaml().equals(first.scenario().resolvedYaml());
    }

    private static String foreign(FolderContents first, FolderContents other) {
        var differences = ScenarioDifferences.between(
                first.scenario().experimentYaml(), other.scenario().experimentYaml());
        String why;
        if (!other.scenario().name().equals(first.scenario().name())) {
            why = lenientFormat(
                    "it is of '%s', not of '%s'",
                    other.scenario().name(), first.scenario().name());
        } else if (!differences.isEmpty()) {
            why = String.join(", ", differences);
        } else if (other.shard().orElseThrow().count()
                != first.shard().orElseThrow().count()) {
            why = "it is " + words(other.shard().orElseThrow());
        } else {
            why = "its claims, its question or what it records differ";
        }
        return lenientFormat("%s does not belong to %s: %s", other.folder(), first.folder(), why);
    }

    private static String words(ShardFile shard) {
        return "shard " + shard.index() + " of " + shard.count();
    }

    /** The folder of shard 1, whose scenario is that of all. */
    public FolderContents first() {
        return folders.getFirst();
    }

    /**
     * Checks that every shard has its runs, from the data that the plan has.
     *
     * @throws RefusedFolderException if one has not; names it, and how to go on with it
     */
    public void checkComplete(Plan plan, DataProvider data) throws IOException, RefusedFolderException {
        List<String> wrong = new ArrayList<>();
        for (var folder : folders) {
            var shard = folder.shard().orElseThrow();
            var journal = RunJournal.view(plan, data, folder.folder());
            var runs = new Shard(shard.index(), shard.count()).runs(plan);
            long missing = runs.stream().filter(run -> !journal.has(run)).count();
            if (missing > 0) {
                wrong.add(lenientFormat(
                        "%s lacks %s of the %s runs of %s; go on with: %s --shard %s/%s --out %s",
                        folder.folder(),
                        missing,
                        runs.cardinality(),
                        words(shard),
                        shard.command(),
                        shard.index(),
                        shard.count(),
                        ShellWord.quoted(folder.folder().toString())));
            }
        }
        refuseIf(wrong);
    }

    /** Puts the journals of all shards into a folder that has none. */
    public void copyInto(ResultFolder folder) throws IOException {
        var journal = Journal.in(folder.target());
        for (var shard : folders) {
            journal.add(Journal.in(shard.folder()));
        }
    }
}
