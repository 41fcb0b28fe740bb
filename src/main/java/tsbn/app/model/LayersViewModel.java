package tsbn.app.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.LayerSpec.Kind;

/** The hidden layers of the design, the top one first, as the drawing has them. */
public final class LayersViewModel {
  private final DesignEditor editor;
  private final ObservableList<LayerViewModel> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  LayersViewModel(DesignEditor editor) {
    this.editor = editor;
  }

  // Properties

  /** The layers from the top down; the list changes only where their number does. */
  public ObservableList<LayerViewModel> rows() {
    return rows;
  }

  /** Whether there are as many layers as there may be. */
  public ReadOnlyBooleanProperty fullProperty() {
    return full.getReadOnlyProperty();
  }

  /** Why a layer's number of units cannot be used; empty where all can. */
  String unitsProblem() {
    return rows.stream()
        .map(row -> row.units().problemProperty().get())
        .filter(sentence -> !sentence.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Why a layer could not be added, as a sentence; empty otherwise. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  // Commands

  /** Adds a layer above the top one, as large as that. */
  public void add() {
    List<LayerSpec> layers = new ArrayList<>(editor.design().hidden());
    layers.add(layers.get(layers.size() - 1));
    ModelDesign wanted = editor.design().withHidden(layers);
    try {
      editor.require(wanted);
      editor.set(wanted);
    } catch (IllegalArgumentException refused) {
      problem.set(refused.getMessage());
    }
  }

  /**
   * Removes a layer unless it is the only one. A deterministic layer that comes to be the top
   * becomes stochastic, for there is nothing above that it could be determined by.
   */
  public void remove(int layer) {
    List<LayerSpec> layers = new ArrayList<>(editor.design().hidden());
    if (layers.size() > 1) {
      layers.remove(layer - 1);
      LayerSpec top = layers.get(layers.size() - 1);
      layers.set(
          layers.size() - 1,
          new LayerSpec(top.units(), Kind.STOCHASTIC, top.lagsItself(), top.lagsBelow()));
      editor.set(editor.design().withHidden(layers));
    }
  }

  /** Shows the layers as the design has them. */
  void show() {
    problem.set("");
    int depth = editor.design().hidden().size();
    full.set(depth >= Architecture.MAX_DEPTH);
    if (rows.size() == depth) {
      rows.forEach(LayerViewModel::show);
    } else {
      List<LayerViewModel> all = new ArrayList<>();
      for (int layer = depth; layer >= 1; layer--) {
        all.add(new LayerViewModel(editor, layer));
      }
      rows.setAll(all);
    }
  }
}
