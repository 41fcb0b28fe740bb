package tsbn.learn;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.Sequence;
import tsbn.model.sbn.TemporalSbn;

/**
 * Trains a model on a thread of its own. Every command may be given at any time, in any order and
 * from any thread; one that makes no sense in the present state does nothing. Only the trainer's
 * thread touches the parameters; what others want to see is copied between two steps.
 */
public final class Trainer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

  /** A bound below this many nats for each visible unit has run away. */
  private static final double RUNAWAY = -100;

  /** What the trainer is doing. */
  public enum State {
    /** Nothing has run yet. */
    READY,
    RUNNING,
    PAUSED,
    /** Stopped by the user; {@link #resume} goes on from here. */
    STOPPED,
    /** All iterations are done; goes on when the settings ask for more. */
    FINISHED,
    /** Ended by an error; the parameters are those of the last good checkpoint. */
    FAILED;

    /** Whether the run has come to an end, for now. */
    public boolean ended() {
      return this == STOPPED || this == FINISHED || this == FAILED;
    }
  }

  /**
   * The latest readings.
   *
   * @param iteration steps taken
   * @param iterations steps in all
   * @param iterationsPerSecond over the last seconds; 0 when not running
   * @param seconds training time so far
   * @param secondsLeft estimate; NaN when unknown
   * @param bound smoothed training bound, nats per time step; NaN before the first step
   * @param failure a sentence for the user in state FAILED, otherwise empty
   */
  public record Gauges(
      State state,
      int iteration,
      int iterations,
      double iterationsPerSecond,
      double seconds,
      double secondsLeft,
      double bound,
      String failure) {}

  private final Object lock = new Object();
  private final Queue<CurvePoint> curve = new ConcurrentLinkedQueue<>();
  private final List<Queue<CurvePoint>> curves = new CopyOnWriteArrayList<>(List.of(curve));
  private final Thread thread;

  // The trainer's thread alone touches it.
  private final Learner learner;

  // Guarded by the lock.
  private final Throughput throughput = new Throughput();
  private final SnapshotQueue snapshots = new SnapshotQueue();
  private State state = State.READY;
  private TrainingSettings settings;
  private boolean settingsChanged;
  private boolean oneStep;
  private boolean busy;
  private boolean closed;
  private boolean gone;
  private int iteration;
  private String failure = "";

  /**
   * A trainer in state READY. The model is the trainer's from now on: only its thread touches it.
   */
  public Trainer(
      TemporalSbn model, List<Sequence> train, List<Sequence> valid, TrainingSettings settings) {
    this(model, train, valid, settings, null);
  }

  /**
   * A trainer that goes on where an earlier run ended, PAUSED, or FINISHED where all iterations are
   * done; optimisers start afresh.
   *
   * @param model with the parameters of that run; the trainer's from now on
   * @param last the last point of that run; null for a run that took no step, which is READY
   */
  public Trainer(
      TemporalSbn model,
      List<Sequence> train,
      List<Sequence> valid,
      TrainingSettings settings,
      CurvePoint last) {
    this.settings = settings;
    this.learner = new Learner(model, train, valid, settings);
    if (last != null) {
      learner.startAfter(last);
      throughput.startAfter(last);
      iteration = last.iteration();
      state = iteration < settings.iterations() ? State.PAUSED : State.FINISHED;
    }
    this.thread = begin();
  }

  /**
   * A trainer that goes on bit for bit where a checkpoint was taken, PAUSED, or FINISHED where
   * there is nothing left to do.
   *
   * @param model of the checkpoint's architecture; takes over its parameters and is the trainer's
   *     from now on
   * @param train the data of that run
   * @param from not modified, and not held on to
   * @throws IllegalArgumentException with a sentence if the checkpoint is of another architecture
   */
  public Trainer(TemporalSbn model, List<Sequence> train, List<Sequence> valid, Checkpoint from) {
    this.settings = from.next();
    this.settingsChanged = from.changePending();
    this.learner = new Learner(model, train, valid, from.settings());
    learner.restore(from.arrays(), "");
    throughput.restore(from.arrays(), "");
    iteration = learner.iteration();
    boolean done = iteration >= settings.iterations() || (!settingsChanged && learner.exhausted());
    state = iteration == 0 ? State.READY : done ? State.FINISHED : State.PAUSED;
    this.thread = begin();
  }

  private Thread begin() {
    Thread started = new Thread(this::loop, "trainer");
    started.setDaemon(true);
    started.start();
    return started;
  }

  /** Starts, or goes on after a pause, a stop or a failure. */
  public void resume() {
    synchronized (lock) {
      if (!closed && iteration < settings.iterations()) {
        state = State.RUNNING;
        oneStep = false;
        failure = "";
        lock.notifyAll();
      }
    }
  }

  /** Pauses after the present step. */
  public void pause() {
    synchronized (lock) {
      if (state == State.RUNNING) {
        state = State.PAUSED;
        lock.notifyAll();
      }
    }
  }

  /** Takes exactly one step and pauses; while running, pauses. */
  public void step() {
    synchronized (lock) {
      if (state == State.RUNNING) {
        state = State.PAUSED;
      } else if (!closed && iteration < settings.iterations()) {
        oneStep = true;
      }
      lock.notifyAll();
    }
  }

  /** Ends the run after the present step. */
  public void stop() {
    synchronized (lock) {
      if (state == State.RUNNING || state == State.PAUSED || oneStep) {
        oneStep = false;
        state = State.STOPPED;
        lock.notifyAll();
      }
    }
  }

  /** Applies other settings from the next step on; another optimiser starts afresh. */
  public void change(TrainingSettings other) {
    synchronized (lock) {
      settings = other;
      settingsChanged = true;
      if (iteration >= other.iterations() && state != State.READY) {
        state = state == State.FAILED ? state : State.FINISHED;
      } else if (state == State.FINISHED) {
        state = State.PAUSED;
      }
      lock.notifyAll();
    }
  }

  /** The latest readings; cheap, from any thread. */
  public Gauges gauges() {
    synchronized (lock) {
      double rate = state == State.RUNNING ? throughput.rate() : 0;
      double left = rate > 0 ? (settings.iterations() - iteration) / rate : Double.NaN;
      return new Gauges(
          state,
          iteration,
          settings.iterations(),
          rate,
          throughput.seconds(),
          left,
          throughput.bound(),
          failure);
    }
  }

  /** Hands over every curve point since the last call, in order; for one consumer. */
  public void drainCurve(Consumer<CurvePoint> consumer) {
    for (CurvePoint point = curve.poll(); point != null; point = curve.poll()) {
      consumer.accept(point);
    }
  }

  /**
   * Another curve beside that of {@link #drainCurve}: every point of the steps to come, in order,
   * for one consumer. A copy or checkpoint that arrives has all of its points there before it.
   */
  public Queue<CurvePoint> followCurve() {
    Queue<CurvePoint> another = new ConcurrentLinkedQueue<>();
    curves.add(another);
    return another;
  }

  /**
   * A copy of the model between two steps.
   *
   * @param model the copy, which is the receiver's
   * @param iteration the steps that its parameters have taken
   */
  public record Copy(TemporalSbn model, int iteration) {}

  /**
   * A copy of the model, made between two steps; at once when none is running. One that was asked
   * for before the trainer was closed is still made; later ones are cancelled.
   */
  public CompletableFuture<Copy> snapshot() {
    return copy(from -> new Copy(from.model().copy(), from.iteration()));
  }

  /**
   * A copy, like {@link #snapshot}, of what the run keeps: with early stopping the model of the
   * best validation so far.
   */
  public CompletableFuture<Copy> kept() {
    return copy(Learner::kept);
  }

  /**
   * A copy of everything, made between two steps; at once when none is running, also after the
   * trainer was closed.
   *
   * @param room where to: an earlier checkpoint, whose memory is used again, or a new one. It
   *     belongs to the trainer until the future is done.
   */
  public CompletableFuture<Checkpoint> checkpoint(Checkpoint room) {
    synchronized (lock) {
      if (!gone) {
        lock.notifyAll();
        return snapshots.add(from -> copy(from, room));
      }
    }
    return CompletableFuture.completedFuture(copy(learner, room));
  }

  private Checkpoint copy(Learner from, Checkpoint room) {
    room.arrays().begin();
    from.save(room.arrays(), "");
    synchronized (lock) {
      throughput.save(room.arrays(), "");
      room.use(from.settings(), settings, settingsChanged);
    }
    room.arrays().end();
    return room;
  }

  private CompletableFuture<Copy> copy(Function<Learner, Copy> maker) {
    synchronized (lock) {
      if (closed) {
        CompletableFuture<Copy> never = new CompletableFuture<>();
        never.cancel(false);
        return never;
      }
      lock.notifyAll();
      return snapshots.add(maker);
    }
  }

  /**
   * Waits until the run is STOPPED, FINISHED or FAILED.
   *
   * @return whether it is
   */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    synchronized (lock) {
      while (busy || oneStep || !state.ended()) {
        long millis = (until - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        lock.wait(millis);
      }
      return true;
    }
  }

  /** Ends the thread after the present step and waits for it; no command does anything after. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      oneStep = false;
      if (!state.ended()) {
        state = State.STOPPED;
      }
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    while (awaitWork()) {
      serveSnapshots();
      try {
        if (applyCommands()) {
          work();
        }
      } catch (RuntimeException e) {
        LOG.error("A training step failed", e);
        fail("Training ended by an error in the program; the log has the details.");
      } catch (OutOfMemoryError e) {
        LOG.error("Out of memory in a training step", e);
        fail(
            "Training ran out of memory: choose fewer hidden units, a lower order or a smaller"
                + " batch.");
      }
    }
    SnapshotQueue.Service service;
    synchronized (lock) {
      service = snapshots.take();
      gone = true;
    }
    service.by(learner);
  }

  /** Waits for a step to take or a snapshot to serve; false when closed. */
  private boolean awaitWork() {
    synchronized (lock) {
      busy = false;
      lock.notifyAll();
      while (!closed && state != State.RUNNING && !oneStep && snapshots.isEmpty()) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          closed = true;
        }
      }
      return !closed;
    }
  }

  /** Takes over changed settings; says whether a step is to be taken. */
  private boolean applyCommands() {
    synchronized (lock) {
      busy = state == State.RUNNING || oneStep;
      if (busy && settingsChanged) {
        learner.change(settings);
        settingsChanged = false;
      }
      return busy;
    }
  }

  private void serveSnapshots() {
    SnapshotQueue.Service service;
    synchronized (lock) {
      service = snapshots.take();
    }
    service.by(learner);
  }

  private void work() {
    long start = System.nanoTime();
    CurvePoint point = learner.step();
    if (!(point.trainBound() > RUNAWAY * learner.model().visible())) {
      fail(
          "Training diverged at iteration %,d: the model of the last check was restored. Try a"
                  .formatted(point.iteration())
              + " smaller step size.");
      return;
    }
    if (learner.checkDue()) {
      point = learner.validate(point);
      learner.keepGood();
    }
    synchronized (lock) {
      iteration = learner.iteration();
      throughput.add(System.nanoTime() - start, point.trainBound());
      CurvePoint timed = point.withSeconds(throughput.seconds());
      curves.forEach(each -> each.add(timed));
      if (oneStep) {
        oneStep = false;
        state = state == State.STOPPED ? state : State.PAUSED;
      }
      // Also where it was stopped during this step: there is nothing left to go on with.
      if (iteration >= settings.iterations() || learner.exhausted()) {
        state = State.FINISHED;
      }
    }
  }

  private void fail(String sentence) {
    learner.goBack();
    synchronized (lock) {
      iteration = learner.iteration();
      oneStep = false;
      state = State.FAILED;
      failure = sentence;
    }
  }
}
