package tsbn.app.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.animation.Animation;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * Measures how long each pulse keeps the FX thread: from the first animation of the pulse, over
 * timers, css and layout, to the first thing the thread does after it has handed the scene to the
 * renderer. It is measured twice: as processor time, which is the work itself, and as time on the
 * clock, which also counts waiting for a processor that training keeps busy.
 *
 * <p>Animations run in the order they were started, so a probe has to be started before those it is
 * to measure.
 */
public final class PulseProbe {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Scene scene;
  private final Runnable afterLayout = this::afterLayout;
  private final Transition first =
      new Transition() {
        {
          setCycleDuration(Duration.hours(1));
          setCycleCount(Animation.INDEFINITE);
        }

        @Override
        protected void interpolate(double fraction) {
          clockStart = System.nanoTime();
          workStart = threads.getCurrentThreadCpuTime();
        }
      };
  private final Sample work = new Sample();
  private final Sample clock = new Sample();
  private long clockStart;
  private long workStart;

  /**
   * The pulses measured.
   *
   * @param pulses how many
   * @param work processor time of the FX thread per pulse
   * @param clock time per pulse
   */
  public record Figures(int pulses, Quantiles work, Quantiles clock) {}

  /**
   * The middle and the end of a distribution, in milliseconds.
   *
   * @param p50 half of the values are no larger
   * @param p99 99 of 100 are no larger
   * @param max the largest
   */
  public record Quantiles(double p50, double p99, double max) {}

  public PulseProbe(Scene scene) {
    this.scene = scene;
  }

  public void start() {
    scene.addPostLayoutPulseListener(afterLayout);
    first.play();
  }

  public void stop() {
    first.stop();
    scene.removePostLayoutPulseListener(afterLayout);
  }

  /** Forgets what was measured so far, such as the time it takes to get warm. */
  public void reset() {
    work.count = 0;
    clock.count = 0;
  }

  /** What was measured since the start or the last reset. */
  public Figures figures() {
    return new Figures(work.count, work.quantiles(), clock.quantiles());
  }

  private void afterLayout() {
    long workBefore = workStart;
    long clockBefore = clockStart;
    Platform.runLater( // once the pulse is over
        () -> {
          work.add(threads.getCurrentThreadCpuTime() - workBefore);
          clock.add(System.nanoTime() - clockBefore);
        });
  }

  private static final class Sample {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[4096];
    private int count;

    private void add(long duration) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = duration;
    }

    private Quantiles quantiles() {
      long[] sorted = Arrays.copyOf(nanos, count);
      Arrays.sort(sorted);
      return new Quantiles(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
      if (sorted.length == 0) {
        return Double.NaN;
      }
      int rank = (int) Math.ceil(share * sorted.length);
      return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }
  }
}
