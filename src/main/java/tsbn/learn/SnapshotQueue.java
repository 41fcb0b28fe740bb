package tsbn.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tsbn.learn.Trainer.Copy;

/** Copies of a model that somebody waits for. The trainer's lock guards it, but for serving. */
final class SnapshotQueue {
  private final List<Wanted> waiting = new ArrayList<>();

  /**
   * One of them.
   *
   * @param kept whether it is to be of what the run keeps
   */
  private record Wanted(CompletableFuture<Copy> copy, boolean kept) {}

  /** Notes that a copy is wanted. */
  CompletableFuture<Copy> add(boolean kept) {
    Wanted wanted = new Wanted(new CompletableFuture<>(), kept);
    waiting.add(wanted);
    return wanted.copy();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Hands over what is waited for; whoever runs the result, without the lock, serves it. */
  Service take() {
    List<Wanted> taken = List.copyOf(waiting);
    waiting.clear();
    return learner -> taken.forEach(wanted -> serve(wanted, learner));
  }

  private static void serve(Wanted wanted, Learner learner) {
    wanted
        .copy()
        .complete(
            wanted.kept() ? learner.kept() : new Copy(learner.model().copy(), learner.iteration()));
  }

  /** Makes copies of what a learner has. */
  interface Service {
    void by(Learner learner);
  }
}
