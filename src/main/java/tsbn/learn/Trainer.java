package tsbn.learn;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tsbn.data.Sequence;
import tsbn.model.sbn.TemporalSbn;

/**
 * Trains a model on a thread of its own. Every command may be given at any time, in any order and
 * from any thread; one that makes no sense in the present state does nothing.
 */
public final class Trainer implements AutoCloseable {

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
    /** Ended by an error; the parameters are those of the last good validation. */
    FAILED
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

  /**
   * A trainer in state READY. The model is the trainer's from now on: only its thread touches it.
   */
  public Trainer(
      TemporalSbn model, List<Sequence> train, List<Sequence> valid, TrainingSettings settings) {
    throw new UnsupportedOperationException();
  }

  /** Starts, or goes on after a pause or a stop. */
  public void resume() {
    throw new UnsupportedOperationException();
  }

  /** Pauses after the present step. */
  public void pause() {
    throw new UnsupportedOperationException();
  }

  /** Takes exactly one step and pauses; while running, pauses. */
  public void step() {
    throw new UnsupportedOperationException();
  }

  /** Ends the run after the present step. */
  public void stop() {
    throw new UnsupportedOperationException();
  }

  /** Applies other settings from the next step on; batch, step size, iterations and the like. */
  public void change(TrainingSettings settings) {
    throw new UnsupportedOperationException();
  }

  /** The latest readings; cheap, from any thread. */
  public Gauges gauges() {
    throw new UnsupportedOperationException();
  }

  /** Hands over every curve point since the last call, in order; for one consumer. */
  public void drainCurve(Consumer<CurvePoint> consumer) {
    throw new UnsupportedOperationException();
  }

  /** A copy of the model, made between two steps; at once when none is running. */
  public CompletableFuture<TemporalSbn> snapshot() {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until the run is STOPPED, FINISHED or FAILED.
   *
   * @return whether it is
   */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Ends the thread after the present step and waits for it; no command does anything after. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
