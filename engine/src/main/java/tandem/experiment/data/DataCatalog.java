package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.problem.UnusableInputException;
import tandem.training.data.DataSet;
import tandem.training.data.DataSettingException;

/**
 * The CSV files a scenario can name: the bundled sets by bare name ({@code iris}), its own by a path that ends in {@code .csv}, relative to its
 * folder. Nothing outside these two folders is read, through symbolic links either. Each file is read once per choice of columns and shared.
 */
public final class DataCatalog {
    /** Such a file becomes at most 1 GB of doubles. */
    private static final long MOST_BYTES = 256L << 20;

    private final Path scenarioFolder;
    private final Path bundledFolder;
    private final long mostBytes;
    private final Map<Key, DataSet> loaded = new LinkedHashMap<>();
    private final TreeMap<String, String> digests = new TreeMap<>();

    private record Key(String name, CsvDataReader.Columns columns) {}

    /** @param bundledFolder where the bundled sets lie, one {@code <name>.csv} each */
    public DataCatalog(Path scenarioFolder, Path bundledFolder) {
        this(scenarioFolder, bundledFolder, MOST_BYTES);
    }

    DataCatalog(Path scenarioFolder, Path bundledFolder, long mostBytes) {
        this.scenarioFolder = scenarioFolder;
        this.bundledFolder = bundledFolder;
        this.mostBytes = mostBytes;
    }

    /** Names of the bundled sets, in order. */
    public ImmutableList<String> bundledNames() {
        var names = ImmutableList.<String>builder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(bundledFolder, "*.csv")) {
            files.forEach(file -> names.add(MoreFiles.getNameWithoutExtension(file)));
        } catch (IOException e) {
            throw new DataSettingException("source", "the folder of bundled sets cannot be read: " + bundledFolder);
        }
        return names.build().stream().sorted().collect(ImmutableList.toImmutableList());
    }

    /** SHA-256, in hexadecimal, of the bytes of every file read so far, by the name under which scenarios know it. */
    public synchronized ImmutableSortedMap<String, String> digests() {
        return ImmutableSortedMap.copyOf(digests);
    }

    /**
     * The features of a file whose label stands in the given column, the last one where none is given.
     *
     * @throws DataSettingException if there is no such file or it may not be read
     * @throws UnusableInputException if it holds no data set
     */
    public ImmutableList<String> featureNames(String name, Optional<String> label) {
        return load(name, new CsvDataReader.Columns(label, Optional.empty(), "split", false))
                .featureNames();
    }

    /**
     * @throws DataSettingException if there is no such file or it may not be read
     * @throws UnusableInputException if it holds no data set
     */
    synchronized DataSet load(String name, CsvDataReader.Columns columns) {
        var key = new Key(name, columns);
        var known = loaded.get(key);
        if (known != null) {
            return known;
        }
        Path file = locate(name);
        byte[] bytes = read(name, file);
        String digest = Hashing.sha256().hashBytes(bytes).toString();
        String earlier = digests.putIfAbsent(name, digest);
        if (earlier != null && !earlier.equals(digest)) {
            throw new DataSettingException(
                    "source", lenientFormat("'%s' changed while it was in use; start again", name));
        }
        var data = CsvDataReader.read(file.toString(), bytes, columns);
        loaded.put(key, data);
        return data;
    }

    private byte[] read(String name, Path file) {
        try (var input = Files.newInputStream(allowed(name, file))) {
            byte[] bytes = input.readNBytes((int) mostBytes + 1);
            if (bytes.length > mostBytes) {
                String message = lenientFormat("the file is larger than %s bytes; choose fewer examples", mostBytes);
                throw new UnusableInputException(new Problem(file.toString(), 0, 0, "", message, ""));
            }
            return bytes;
        } catch (IOException e) {
            throw new DataSettingException("source", lenientFormat("'%s' cannot be read (%s)", file, e.getMessage()));
        }
    }

    private Path locate(String name) {
        boolean bundled = !name.endsWith(".csv");
        try {
            Path file = bundled ? bundledFolder.resolve(name + ".csv") : scenarioFolder.resolve(name);
            if (!Files.exists(file) || (bundled && !bundledNames().contains(name))) {
                throw new DataSettingException("source", bundled ? noBundledSet(name) : noFile(name));
            }
            return file;
        } catch (InvalidPathException e) {
            throw new DataSettingException("source", lenientFormat("not a file name: '%s'", name));
        }
    }

    /** The file behind all links, if it lies where it may. */
    private Path allowed(String name, Path file) throws IOException {
        Path real = file.toRealPath();
        boolean inside = real.startsWith(scenarioFolder.toRealPath()) || real.startsWith(bundledFolder.toRealPath());
        if (!inside) {
            throw new DataSettingException(
                    "source",
                    lenientFormat("'%s' lies outside the scenario's folder; copy the file beside the scenario", name));
        }
        if (!Files.isRegularFile(real)) {
            throw new DataSettingException("source", lenientFormat("'%s' is not a regular file", name));
        }
        return real;
    }

    private String noBundledSet(String name) {
        var names = bundledNames();
        String near = Suggestion.of(name, names);
        return lenientFormat("no bundled set '%s'", name)
                + (near.isEmpty()
                        ? lenientFormat(
                                "; there are %s; a file beside the scenario ends in .csv", String.join(", ", names))
                        : near);
    }

    private String noFile(String name) {
        return lenientFormat("no file '%s' in the scenario's folder (%s)", name, scenarioFolder);
    }
}
