package tsbn.app.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import tsbn.app.support.DataText;
import tsbn.app.support.Messages;
import tsbn.app.support.ModelText;
import tsbn.app.support.Workbench;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.experiment.DataSummary;
import tsbn.model.sbn.Architecture;

/** Data set and model in one line. */
final class HeaderViewModel {
  private static final Messages MESSAGES = Messages.of(HeaderViewModel.class);

  private static final int LONGEST_NAME = 28;

  private final StringBinding dataName;
  private final StringBinding dataOrigin;
  private final StringBinding dataFacts;
  private final StringBinding model;

  HeaderViewModel(Workbench workbench) {
    dataName =
        Bindings.createStringBinding(
            () -> {
              DataSummary data = workbench.aboutProperty().get();
              return data == null ? MESSAGES.get("header.none") : shorten(data.name());
            },
            workbench.aboutProperty());
    dataOrigin =
        Bindings.createStringBinding(
            () -> {
              SequenceSet data = workbench.dataProperty().get();
              String missing = workbench.needsProperty().get();
              return data == null
                  ? missing.isEmpty() ? MESSAGES.get("header.none") : missing
                  : MESSAGES.format(
                      "header.origin",
                      data.name(),
                      data.source(),
                      facts(data, workbench.factsProperty().get()));
            },
            workbench.dataProperty(),
            workbench.needsProperty(),
            workbench.factsProperty());
    dataFacts =
        Bindings.createStringBinding(
            () ->
                workbench.needsProperty().get().isEmpty()
                    ? facts(workbench.dataProperty().get(), workbench.factsProperty().get())
                    : MESSAGES.get("header.missing"),
            workbench.dataProperty(),
            workbench.needsProperty(),
            workbench.factsProperty());
    model =
        Bindings.createStringBinding(
            () -> {
              Architecture shape = workbench.architectureProperty().get();
              return shape == null ? "" : ModelText.of(shape);
            },
            workbench.architectureProperty());
  }

  // Properties

  ObservableStringValue dataName() {
    return dataName;
  }

  /** The whole name, where the data came from, and the facts, for which there may be no room. */
  ObservableStringValue dataOrigin() {
    return dataOrigin;
  }

  /** {@code 2,000 videos · 30×30 · 100 frames}; empty without data. */
  ObservableStringValue dataFacts() {
    return dataFacts;
  }

  /** {@code TSBN 100 · order 1}; empty without data. */
  ObservableStringValue model() {
    return model;
  }

  /** A name that leaves the header room for the rest. */
  static String shorten(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - 1).strip() + "\u2026";
  }

  private static String facts(SequenceSet data, SetFacts facts) {
    return data == null || facts == null
        ? ""
        : MESSAGES.format(
            "header.facts",
            DataText.sequences(data.meaning(), data.all().size()),
            DataText.frame(data.meaning()),
            DataText.lengths(facts));
  }
}
