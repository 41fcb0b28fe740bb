package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.data.DataFormatException;

class WorkerTasksTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(Failures.class);
  private final WorkerTasks tasks = new WorkerTasks();
  private final List<Object> delivered = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void expectFailures() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void close() {
    log.setLevel(null);
    onFx(tasks::close);
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  private void awaitIdle() throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> tasks.jobs().isEmpty()).get());
  }

  @Test
  void workRunsElsewhereAndItsResultArrivesOnTheFxThread() throws TimeoutException {
    Thread[] worker = new Thread[1];
    boolean[] onFx = new boolean[1];
    onFx(
        () ->
            tasks.start(
                "Counting",
                progress -> {
                  worker[0] = Thread.currentThread();
                  return 42;
                },
                result -> {
                  onFx[0] = Platform.isFxApplicationThread();
                  delivered.add(result);
                },
                delivered::add));
    awaitIdle();
    assertEquals(List.of(42), delivered);
    assertTrue(onFx[0]);
    assertNotEquals("JavaFX Application Thread", worker[0].getName());
    assertTrue(worker[0].isDaemon(), "the program does not wait for it");
  }

  @Test
  void aCancelledJobDeliversNothing() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    Job[] job = new Job[1];
    onFx(
        () ->
            job[0] =
                tasks.start(
                    "Waiting",
                    progress -> {
                      started.countDown();
                      cancelled.await();
                      return "late";
                    },
                    delivered::add,
                    delivered::add));
    assertTrue(started.await(20, TimeUnit.SECONDS));
    onFx(job[0]::cancel);
    assertFalse(job[0].activeProperty().get());
    cancelled.countDown();
    awaitIdle();
    assertEquals(List.of(), delivered);
  }

  @Test
  void onlyTheLatestRequestCounts() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    onFx(
        () -> {
          Latest latest = new Latest(tasks);
          latest.start(
              "First",
              progress -> {
                release.await();
                return "first";
              },
              delivered::add,
              delivered::add);
          latest.start("Second", progress -> "second", delivered::add, delivered::add);
        });
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !delivered.isEmpty());
    release.countDown();
    awaitIdle();
    assertEquals(List.of("second"), delivered);
  }

  @Test
  void progressIsWhatTheWorkerLastSaid() throws Exception {
    CountDownLatch said = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Job[] job = new Job[1];
    onFx(
        () ->
            job[0] =
                tasks.start(
                    "Half",
                    progress -> {
                      progress.done(0.5);
                      said.countDown();
                      release.await();
                      return null;
                    }));
    assertTrue(said.await(20, TimeUnit.SECONDS));
    onFx(tasks::refresh);
    assertEquals(0.5, job[0].progressProperty().get());
    release.countDown();
    awaitIdle();
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "file", "memory", "fault"})
  void everyFailureIsOneSentence(String kind) throws TimeoutException {
    onFx(
        () -> tasks.start("Opening x.mat", progress -> fail(kind), delivered::add, delivered::add));
    awaitIdle();
    assertEquals(1, delivered.size());
    String sentence = delivered.get(0).toString();
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("Exception"), sentence);
    assertTrue(sentence.contains("x.mat"), sentence);
  }

  private static Object fail(String kind) throws Exception {
    switch (kind) {
      case "data" -> throw new DataFormatException("x.mat is empty; choose another file.");
      case "file" -> throw new NoSuchFileException("x.mat");
      case "memory" -> throw new OutOfMemoryError("a test");
      default -> throw new IllegalStateException("a test");
    }
  }
}
