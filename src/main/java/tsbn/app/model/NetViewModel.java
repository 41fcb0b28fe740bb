package tsbn.app.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.widget.ModelDiagram;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Link;

/** One of the model's two nets as a drawing, with the equation and the weights of an arrow. */
public final class NetViewModel {
  private static final Messages MESSAGES = Messages.of(NetViewModel.class);

  private final BooleanProperty recognition = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ModelDiagram> diagram =
      new ReadOnlyObjectWrapper<>(new ModelDiagram(List.of(), List.of()));
  private final ObjectProperty<ModelDiagram.Link> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper equation = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper block = new ReadOnlyStringWrapper("");
  private Architecture architecture;

  NetViewModel() {
    recognition.addListener((observable, was, is) -> show(architecture));
    selected.addListener((observable, was, is) -> describeSelection());
  }

  // Properties

  /** Whether the drawing shows q instead of p. */
  public BooleanProperty recognitionProperty() {
    return recognition;
  }

  /** The layers and the links of the net. */
  public ReadOnlyObjectProperty<ModelDiagram> diagramProperty() {
    return diagram.getReadOnlyProperty();
  }

  /** The arrow that was clicked; null for none. */
  public ObjectProperty<ModelDiagram.Link> selectedProperty() {
    return selected;
  }

  /** The conditional that the selected arrow belongs to; all of the net where none is selected. */
  public ReadOnlyStringProperty equationProperty() {
    return equation.getReadOnlyProperty();
  }

  /** What the selected arrow's weights are, in words; otherwise how to see them. */
  public ReadOnlyStringProperty blockProperty() {
    return block.getReadOnlyProperty();
  }

  // Commands

  /** Draws that model; the selected arrow stays selected if it is still there. */
  void show(Architecture other) {
    architecture = other;
    List<ModelDiagram.Layer> layers = new ArrayList<>();
    for (int layer = 0; layer <= architecture.depth(); layer++) {
      layers.add(
          new ModelDiagram.Layer(
              Equations.letter(architecture, layer),
              layer == 0
                  ? ModelDiagram.Kind.OBSERVED
                  : architecture.stochastic(layer)
                      ? ModelDiagram.Kind.STOCHASTIC
                      : ModelDiagram.Kind.DETERMINISTIC));
    }
    List<ModelDiagram.Link> links = links().stream().map(this::drawn).toList();
    diagram.set(new ModelDiagram(layers, links));
    if (selected.get() != null && !links.contains(selected.get())) {
      selected.set(null);
    }
    describeSelection();
  }

  /** A link as an arrow; one into the visible layer stands for the weights of all its heads. */
  private ModelDiagram.Link drawn(Link link) {
    List<String> symbols = new ArrayList<>(List.of(link.symbol()));
    for (int head = 1; link.target() == 0 && head < architecture.likelihood().heads(); head++) {
      architecture.visibleLinks(head).stream()
          .filter(other -> other.source() == link.source() && other.lag() == link.lag())
          .forEach(other -> symbols.add(other.symbol()));
    }
    return new ModelDiagram.Link(
        link.target(), link.source(), link.lag(), String.join(", ", symbols));
  }

  private int lowestLayer() {
    return recognition.get() ? 1 : 0;
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int layer = lowestLayer(); layer <= architecture.depth(); layer++) {
      links.addAll(
          recognition.get()
              ? architecture.recognitionLinks(layer)
              : architecture.generativeLinks(layer));
    }
    return links;
  }

  private void describeSelection() {
    ModelDiagram.Link link = selected.get();
    if (link == null) {
      List<String> lines = new ArrayList<>();
      for (int layer = architecture.depth(); layer >= lowestLayer(); layer--) {
        lines.add(Equations.conditional(architecture, recognition.get(), layer));
      }
      equation.set(String.join("\n", lines));
      block.set(MESSAGES.get("block.none"));
      return;
    }
    equation.set(Equations.conditional(architecture, recognition.get(), link.target()));
    int from = architecture.units(link.source());
    int to = architecture.units(link.target());
    block.set(
        MESSAGES.format(
            link.symbol().contains(",") ? "block.two" : "block",
            link.text(),
            Readable.count(from),
            Readable.count(to),
            Readable.count((long) from * to),
            Equations.letter(architecture, link.source()),
            link.lag() == 0 ? MESSAGES.get("lag.none") : MESSAGES.format("lag", link.lag()),
            Equations.letter(architecture, link.target())));
  }
}
