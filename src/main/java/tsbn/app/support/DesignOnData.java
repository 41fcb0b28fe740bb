package tsbn.app.support;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.experiment.DataSummary;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;

/** What is open, the model that is chosen, and the one that follows from both. */
final class DesignOnData {
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<SequenceSet> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SetFacts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DataSummary> about = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ModelDesign> design;
  private final ReadOnlyObjectWrapper<Architecture> architecture = new ReadOnlyObjectWrapper<>();
  private OpenData open;

  /**
   * @param changed called after data or design have changed
   */
  DesignOnData(ModelDesign first, Runnable changed) {
    this.changed = changed;
    this.design = new SimpleObjectProperty<>(first);
    design.addListener((observable, was, is) -> build());
  }

  /** What is open; null before the first. */
  OpenData open() {
    return open;
  }

  /** The open data set; null until the first is there. */
  ReadOnlyObjectProperty<SequenceSet> dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** What was found on opening the data. */
  ReadOnlyObjectProperty<SetFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** What to know of the data, also where it could not be opened. */
  ReadOnlyObjectProperty<DataSummary> aboutProperty() {
    return about.getReadOnlyProperty();
  }

  /** The model to train, without the data's dimension. */
  ObjectProperty<ModelDesign> designProperty() {
    return design;
  }

  /** The design on the data; null without any. */
  ReadOnlyObjectProperty<Architecture> architectureProperty() {
    return architecture.getReadOnlyProperty();
  }

  /** Puts data in the place of what is open. */
  void show(OpenData opened) {
    open = opened;
    build(); // before anybody looks at both
    facts.set(opened.facts());
    data.set(opened.data());
    changed.run();
  }

  private void build() {
    if (open == null) {
      return;
    }
    DataSummary known = open.about();
    ModelDesign chosen = design.get();
    if (!chosen.fits(known.kind())) {
      design.set(chosen.with(null)); // and so back here
      return;
    }
    about.set(known);
    Architecture built = chosen.on(known.meaning().units(), known.kind());
    if (!Objects.equals(built, architecture.get())) {
      architecture.set(built);
    }
    changed.run();
  }
}
