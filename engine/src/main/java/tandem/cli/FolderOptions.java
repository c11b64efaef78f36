package tandem.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Planner;
import tandem.experiment.run.FolderContents;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;

/** Where the data files lie of a scenario that is known by a result folder alone. */
final class FolderOptions {
    private static final String OWN = ".csv";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder of the scenario, where its data files lie; found in the usual places unless"
                    + " given.")
    private @Nullable Path data;

    /** The plan of what a folder is about. */
    ScenarioOptions.Planned plan(FolderContents contents) throws IOException, RefusedFolderException {
        var provider = new DataProvider(catalog(contents));
        return new ScenarioOptions.Planned(Planner.plan(contents.scenario(), provider), provider);
    }

    private DataCatalog catalog(FolderContents contents) throws IOException, RefusedFolderException {
        var own = contents.data().stream()
                .filter(file -> file.name().endsWith(OWN))
                .collect(ImmutableList.toImmutableList());
        for (Path place : data == null ? usualPlaces(contents.folder()) : ImmutableList.of(data)) {
            if (holds(place, own)) {
                return new DataCatalog(place.toAbsolutePath(), Home.scenarios().resolve("data"));
            }
        }
        throw new RefusedFolderException("The data file "
                + own.getFirst().name() + " of " + contents.folder() + " is not "
                + (data == null
                        ? "in it or a folder above it, in the current folder or among the bundled scenarios"
                        : "in " + data)
                + ", or not as it was when the runs were trained; name the folder of the scenario with --data.");
    }

    /** Results lie in {@code out}, beside the scenario or below it; what is found must have the digest anyway. */
    private static ImmutableList<Path> usualPlaces(Path folder) {
        var places = ImmutableList.<Path>builder().add(Home.scenarios(), Path.of(""));
        for (Path up = folder.toAbsolutePath().normalize(); up != null; up = up.getParent()) {
            places.add(up);
        }
        return places.build();
    }

    private static boolean holds(Path place, ImmutableList<Manifest.DataFile> files) throws IOException {
        for (var file : files) {
            if (!digest(place.resolve(file.name())).equals(Optional.of(file.sha256()))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> digest(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Optional.of(
                        MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString())
                : Optional.empty();
    }
}
