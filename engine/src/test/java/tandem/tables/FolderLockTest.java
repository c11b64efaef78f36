package tandem.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final int ATTEMPTS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void theFileGoesWithTheLock() throws IOException {
        Path file = folder.resolve("lock");
        try (var lock = FolderLock.acquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(file).exists();
            assertThat(FolderLock.acquire(file)).isEmpty();
        }
        assertThat(file).doesNotExist();
        FolderLock.acquire(file).orElseThrow().close();
    }

    @Test
    @Timeout(30)
    void noTwoHoldItThoughItsFileIsDeletedAndMadeAnew() throws Exception {
        var holders = new AtomicInteger();
        var most = new AtomicInteger();
        Callable<Integer> contender = () -> {
            int held = 0;
            for (int i = 0; i < ATTEMPTS; i++) {
                var lock = FolderLock.acquire(folder.resolve("lock"));
                if (lock.isPresent()) {
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    held++;
                    holders.decrementAndGet();
                    lock.get().close();
                }
            }
            return held;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            var runs = new ArrayList<Future<Integer>>();
            for (int t = 0; t < 3; t++) {
                runs.add(threads.submit(contender));
            }
            for (var run : runs) {
                assertThat(run.get()).isPositive();
            }
        }
        assertThat(most).hasValue(1);
    }
}
