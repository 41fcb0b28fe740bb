package tsbn.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Copies of what a learner has that somebody waits for. The trainer's lock guards it. */
final class SnapshotQueue {
  private final List<Wanted<?>> waiting = new ArrayList<>();

  /** One of them, and how it is made. */
  private record Wanted<T>(CompletableFuture<T> copy, Function<Learner, T> maker) {
    void serve(Learner learner) {
      try {
        copy.complete(maker.apply(learner));
      } catch (RuntimeException | OutOfMemoryError e) {
        copy.completeExceptionally(e);
      }
    }
  }

  /** Notes that a copy is wanted. */
  <T> CompletableFuture<T> add(Function<Learner, T> maker) {
    Wanted<T> wanted = new Wanted<>(new CompletableFuture<>(), maker);
    waiting.add(wanted);
    return wanted.copy();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Hands over what is waited for; whoever runs the result, without the lock, serves it. */
  Service take() {
    List<Wanted<?>> taken = List.copyOf(waiting);
    waiting.clear();
    return learner -> taken.forEach(wanted -> wanted.serve(learner));
  }

  /** Makes copies of what a learner has. */
  interface Service {
    void by(Learner learner);
  }
}
