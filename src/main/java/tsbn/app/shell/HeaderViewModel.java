package tsbn.app.shell;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import tsbn.app.support.DataText;
import tsbn.app.support.Messages;
import tsbn.app.support.Workbench;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;

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
              SequenceSet data = workbench.dataProperty().get();
              return data == null ? MESSAGES.get("header.none") : shorten(data.name());
            },
            workbench.dataProperty());
    dataOrigin =
        Bindings.createStringBinding(
            () -> {
              SequenceSet data = workbench.dataProperty().get();
              return data == null
                  ? MESSAGES.get("header.none")
                  : MESSAGES.format("header.origin", data.name(), data.source());
            },
            workbench.dataProperty());
    dataFacts =
        Bindings.createStringBinding(
            () -> facts(workbench.dataProperty().get(), workbench.factsProperty().get()),
            workbench.dataProperty(),
            workbench.factsProperty());
    model =
        Bindings.createStringBinding(
            () -> describe(workbench.architectureProperty().get()),
            workbench.architectureProperty());
  }

  // Properties

  ObservableStringValue dataName() {
    return dataName;
  }

  /** The whole name, and where the data came from. */
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

  private static String describe(Architecture architecture) {
    if (architecture == null) {
      return "";
    }
    String units =
        architecture.hidden().stream()
            .map(LayerSpec::units)
            .map(String::valueOf)
            .collect(Collectors.joining("-"));
    return MESSAGES.format("header.model", architecture.variant(), units, architecture.order());
  }
}
