package tsbn.app.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/** Whether training may begin, and if not, the sentence that says why. */
final class Readiness {
  private final List<Supplier<String>> fields = new ArrayList<>();
  private final ReadOnlyStringWrapper needs = new ReadOnlyStringWrapper("");

  /** Which data the present run lacks; empty where it lacks none. */
  ReadOnlyStringProperty needsProperty() {
    return needs.getReadOnlyProperty();
  }

  /**
   * Notes what a run lacks.
   *
   * @param run null where there is none
   * @param open whether data is open
   */
  void look(Run run, boolean open) {
    needs.set(!open && run != null && run.data() == null ? RunFiles.needed(run.saved()) : "");
  }

  /** Asks a field, from now on, for the problem of what it holds; empty if it has none. */
  void ask(Supplier<String> problem) {
    fields.add(problem);
  }

  /** Why a model cannot be trained like this; nothing if it can. */
  Optional<String> refusal(Architecture architecture, TrainingSettings settings) {
    return Stream.concat(
            Stream.of(settings.estimator().refusal(architecture).orElse(""), needs.get()),
            fields.stream().map(Supplier::get))
        .filter(sentence -> !sentence.isEmpty())
        .findFirst();
  }
}
