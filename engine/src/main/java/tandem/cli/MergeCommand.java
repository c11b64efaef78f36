package tandem.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.experiment.run.FolderContents;
import tandem.experiment.run.KernelChoice;
import tandem.experiment.run.Machine;
import tandem.experiment.run.RunOptions;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.experiment.run.ShardSet;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFolder;

/** {@code tandem merge}. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Put the shards of a grid together, each trained by tandem run --shard, and write the tables: the same"
                    + " bytes as from one run.",
            "Every shard must be there once, complete, and of the same scenario and data. The shards stay as they are.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  tandem run keras-iris --shard 1/2 --out out/a",
            "  tandem run keras-iris --shard 2/2 --out out/b",
            "  tandem merge out/keras-iris out/a out/b"
        })
final class MergeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OUT", description = "The result folder to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path shown;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SHARD", description = "The folders of all shards.")
    private List<Path> shards = List.of();

    @Option(names = "--force", description = "Replace what OUT holds.")
    private boolean force;

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Mixin
    private final ClaimsGate gate = new ClaimsGate();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what is wrong.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException {
        var clock = Machine.startClock();
        checkNew();
        var contents = ImmutableList.<FolderContents>builder();
        for (Path shard : shards) {
            contents.add(FolderContents.of(shard));
        }
        var set = ShardSet.of(contents.build());
        var planned = folders.plan(set.first());
        var plan = planned.plan();
        boolean gated = gate.isOn(plan.scenario());
        set.checkComplete(plan, planned.data());
        var err = spec.commandLine().getErr();
        try (var _ = Interruption.of(Thread.currentThread(), err);
                var folder = ResultFolder.open(shown, ScenarioDigest.of(plan.scenario()), force)) {
            var kernels = KernelChoice.forPlan(plan);
            if (force) {
                Runner.forget(folder);
            }
            set.copyInto(folder);
            var runner = new Runner(plan, planned.data(), kernels, 1, folder, RunOptions.DEFAULT);
            if (!runner.isComplete()) {
                throw new IOException(
                        shown + " could not be merged: some record of a shard is damaged, and 'tandem run'"
                                + " into the shard's folder trains its run again");
            }
            var work = new Completion.Work(clock, kernels, 1);
            return new Completion(plan, planned.data(), shown, gated, quiet)
                    .finish(runner, folder, work, spec.commandLine().getOut(), err);
        }
    }

    private void checkNew() throws IOException, RefusedFolderException {
        if (force || !Files.isDirectory(shown)) {
            return;
        }
        try (var entries = Files.list(shown)) {
            if (entries.findAny().isPresent()) {
                throw new RefusedFolderException(
                        shown + " is not empty; choose a new folder, or replace what it holds with --force.");
            }
        }
    }
}
