package tsbn.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tsbn.app.support.Choice;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Symbols;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.LayerSpec.Kind;

/** One hidden layer of the design: its units, what they do, and what they look back at. */
public final class LayerViewModel {
  private static final Messages MESSAGES = Messages.of(LayerViewModel.class);
  private static final int MOST_UNITS = 100_000;

  private final DesignEditor editor;
  private final int layer;
  private final Entry<Integer> units;
  private final Choice<Kind> kind;
  private final BooleanProperty lagsItself = new SimpleBooleanProperty();
  private final BooleanProperty lagsBelow = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper itselfText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper belowText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper top = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper();
  private boolean showing;

  /**
   * @param layer from 1, the layer above the visible one
   */
  LayerViewModel(DesignEditor editor, int layer) {
    this.editor = editor;
    this.layer = layer;
    units =
        Entry.ofInt(
            typed -> editor.require(with(spec -> withUnits(spec, typed))),
            typed -> editor.set(with(spec -> withUnits(spec, typed))));
    kind =
        new Choice<>(
            List.of(Kind.STOCHASTIC, Kind.DETERMINISTIC),
            each -> MESSAGES.get("kind." + each),
            chosen ->
                change(
                    spec ->
                        new LayerSpec(spec.units(), chosen, spec.lagsItself(), spec.lagsBelow())));
    lagsItself.addListener(
        (observable, was, is) ->
            change(spec -> new LayerSpec(spec.units(), spec.kind(), is, spec.lagsBelow())));
    lagsBelow.addListener(
        (observable, was, is) ->
            change(spec -> new LayerSpec(spec.units(), spec.kind(), spec.lagsItself(), is)));
    show();
  }

  // Properties

  /** Which layer this is, from 1 for the one above the visible layer. */
  public int layer() {
    return layer;
  }

  /** Its letter in drawing and equations. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Number of units. */
  public Entry<Integer> units() {
    return units;
  }

  /** Stochastic or deterministic. */
  public Choice<?> kind() {
    return kind;
  }

  /** Whether it looks at its own past. */
  public BooleanProperty lagsItselfProperty() {
    return lagsItself;
  }

  /** {@code own past (W₁, U₁)}. */
  public ReadOnlyStringProperty itselfTextProperty() {
    return itselfText.getReadOnlyProperty();
  }

  /** Whether it looks at the past of the layer below. */
  public BooleanProperty lagsBelowProperty() {
    return lagsBelow;
  }

  /** {@code past of v (W₃, U₃)}. */
  public ReadOnlyStringProperty belowTextProperty() {
    return belowText.getReadOnlyProperty();
  }

  /** Whether it is the top layer, which has to be stochastic. */
  public ReadOnlyBooleanProperty topProperty() {
    return top.getReadOnlyProperty();
  }

  /** Whether it is the only hidden layer, which has to stay. */
  public ReadOnlyBooleanProperty aloneProperty() {
    return alone.getReadOnlyProperty();
  }

  // How

  /** Shows the layer as the design has it. */
  void show() {
    Architecture architecture = editor.architecture();
    LayerSpec spec = architecture.hidden().get(layer - 1);
    showing = true;
    units.show(spec.units());
    kind.show(spec.kind());
    lagsItself.set(spec.lagsItself());
    lagsBelow.set(spec.lagsBelow());
    name.set(Equations.letter(architecture, layer));
    itselfText.set(MESSAGES.format("links.itself", symbols(architecture, layer, layer)));
    belowText.set(
        MESSAGES.format(
            "links.below",
            Equations.letter(architecture, layer - 1),
            symbols(architecture, layer - 1, layer)));
    top.set(layer == architecture.depth());
    alone.set(architecture.depth() == 1);
    showing = false;
  }

  /**
   * The symbols of the weights that lead from the past of one layer to another, whether or not they
   * exist.
   */
  static String symbols(Architecture architecture, int source, int target) {
    List<LayerSpec> all =
        architecture.hidden().stream().map(each -> new LayerSpec(1, true, true)).toList();
    return new Architecture(1, architecture.likelihood(), true, all, 1, false)
        .links().stream()
            .filter(link -> link.source() == source && link.target() == target && link.lag() == 1)
            .map(link -> Symbols.written(link.symbol()))
            .collect(Collectors.joining(", "));
  }

  private void change(UnaryOperator<LayerSpec> changed) {
    if (!showing) {
      editor.set(with(changed));
    }
  }

  private ModelDesign with(UnaryOperator<LayerSpec> changed) {
    List<LayerSpec> layers = new ArrayList<>(editor.design().hidden());
    layers.set(layer - 1, changed.apply(layers.get(layer - 1)));
    return editor.design().withHidden(layers);
  }

  private static LayerSpec withUnits(LayerSpec spec, int typed) {
    if (typed < 1 || typed > MOST_UNITS) {
      throw new IllegalArgumentException(
          MESSAGES.format("units.range", Readable.count(MOST_UNITS)));
    }
    return spec.withUnits(typed);
  }
}
