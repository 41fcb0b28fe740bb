package tsbn.app.model;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tsbn.app.support.AppContext;
import tsbn.app.support.Entry;
import tsbn.app.support.Exports;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.picture.Png;
import tsbn.picture.Raster;

/**
 * The model to train: units, order and links, and what they amount to. Every change goes at once to
 * the workbench, which keeps a run in progress until the next Train.
 */
public final class ModelViewModel {
  private static final Messages MESSAGES = Messages.of(ModelViewModel.class);
  private static final int MOST_UNITS = 100_000;
  private static final int FLOAT_BYTES = 4;

  /** The share of the memory from which on there is a warning: data and pictures need some too. */
  private static final double MUCH = 0.4;

  /** Parameters, their gradient, a checkpoint, and the copy that pictures are drawn from. */
  private static final int COPIES = 4;

  private final Workbench workbench;
  private final Exports exports;
  private final long memoryLimit;
  private final Entry<Integer> units;
  private final Entry<Integer> order;
  private final BooleanProperty hiddenFromHidden = new SimpleBooleanProperty();
  private final BooleanProperty hiddenFromVisible = new SimpleBooleanProperty();
  private final BooleanProperty visibleFromVisible = new SimpleBooleanProperty();
  private final BooleanProperty ownFirstStep = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper temporal = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Shape> shape = new ReadOnlyObjectWrapper<>();
  private final NetViewModel net = new NetViewModel();
  private boolean showing;

  /**
   * What the page shows of the model.
   *
   * @param variant {@code TSBN} and the like
   * @param title {@code TSBN, order 1}
   * @param visible {@code grey, Bernoulli}
   * @param visibleUnits {@code 900}
   * @param parameters how many, in digits
   * @param memory what training takes, such as {@code 26 MB of 2.0 GB}
   * @param warning a sentence where that is much of what there is; otherwise empty
   */
  public record Shape(
      String variant,
      String title,
      String visible,
      String visibleUnits,
      String parameters,
      String memory,
      String warning) {}

  public ModelViewModel(AppContext context) {
    this(context, Runtime.getRuntime().maxMemory());
  }

  /**
   * @param memoryLimit bytes that a model may take to train
   */
  ModelViewModel(AppContext context, long memoryLimit) {
    this.workbench = context.workbench();
    this.exports = new Exports(context);
    this.memoryLimit = memoryLimit;
    this.units =
        Entry.ofInt(
            typed -> require(withUnits(typed)),
            typed -> workbench.designProperty().set(withUnits(typed)));
    this.order =
        Entry.ofInt(
            typed -> require(withOrder(typed)),
            typed -> workbench.designProperty().set(withOrder(typed)));
    for (BooleanProperty choice :
        List.of(hiddenFromHidden, hiddenFromVisible, visibleFromVisible, ownFirstStep)) {
      choice.addListener((observable, was, is) -> takeSwitches());
    }
    workbench.designProperty().addListener((observable, was, is) -> show());
    workbench.dataProperty().addListener((observable, was, is) -> show());
    workbench.settingsProperty().addListener((observable, was, is) -> show());
    show();
  }

  // Properties

  /** Hidden units. */
  public Entry<Integer> units() {
    return units;
  }

  /** How many past frames a unit looks at. */
  public Entry<Integer> order() {
    return order;
  }

  /** Links from past hidden to hidden units, W1 and U1. */
  public BooleanProperty hiddenFromHiddenProperty() {
    return hiddenFromHidden;
  }

  /** Links from past visible to hidden units, W3 and U3. */
  public BooleanProperty hiddenFromVisibleProperty() {
    return hiddenFromVisible;
  }

  /** Links from past visible to visible units, W4. */
  public BooleanProperty visibleFromVisibleProperty() {
    return visibleFromVisible;
  }

  /** Whether the first frame has biases of its own. */
  public BooleanProperty ownFirstStepProperty() {
    return ownFirstStep;
  }

  /** Whether the order is above 0, so that there are links in time. */
  public ReadOnlyBooleanProperty temporalProperty() {
    return temporal.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Shape> shapeProperty() {
    return shape.getReadOnlyProperty();
  }

  /** The drawing of p or q. */
  public NetViewModel net() {
    return net;
  }

  // Commands

  /**
   * Switches links so that the model is a named variant; units stay, an order of 0 becomes 1 where
   * the variant needs one.
   *
   * @param variant {@code sbn}, {@code hmsbn} or {@code tsbn}
   */
  public void become(String variant) {
    workbench
        .designProperty()
        .set(ModelDesign.named(variant, List.of(layer().units()), Math.max(1, design().order())));
  }

  /** One past frame more or fewer, if that is possible. */
  public void changeOrder(int by) {
    order.textProperty().set(String.valueOf(design().order() + by));
    order.commit();
    if (!order.problemProperty().get().isEmpty()) {
      order.revert();
    }
  }

  /** Saves the drawing. */
  public void savePicture(Raster picture) {
    exports.save(
        MESSAGES.get("export"),
        MESSAGES.get("export.name"),
        Exports.PNG,
        (out, progress) -> Png.write(picture, out));
  }

  // How

  private ModelDesign design() {
    return workbench.designProperty().get();
  }

  private LayerSpec layer() {
    return design().hidden().get(0);
  }

  private int visibleUnits() {
    SequenceSet data = workbench.dataProperty().get();
    return data == null ? 1 : data.units();
  }

  private DataKind kind() {
    SequenceSet data = workbench.dataProperty().get();
    return data == null ? DataKind.BINARY : data.kind();
  }

  private ModelDesign withUnits(int typed) {
    if (typed < 1 || typed > MOST_UNITS) {
      throw new IllegalArgumentException(
          MESSAGES.format("units.range", Readable.count(MOST_UNITS)));
    }
    LayerSpec other = new LayerSpec(typed, layer().lagsItself(), layer().lagsBelow());
    return new ModelDesign(
        List.of(other), design().lagsVisible(), design().order(), design().ownFirstStep());
  }

  private ModelDesign withOrder(int typed) {
    ModelDesign now = design();
    boolean ownFirstStep = now.ownFirstStep() && typed > 0; // all steps are alike without a past
    return new ModelDesign(now.hidden(), now.lagsVisible(), typed, ownFirstStep);
  }

  /** Refuses a design that cannot be built or does not fit into memory. */
  private void require(ModelDesign wanted) {
    if (trainingBytes(wanted.on(visibleUnits(), kind())) > memoryLimit) {
      throw new IllegalArgumentException(
          memory("memory.exceeded", wanted.on(visibleUnits(), kind())));
    }
  }

  private double trainingBytes(Architecture architecture) {
    int copies = COPIES + workbench.settingsProperty().get().optimiser().momentArrays();
    return (double) FLOAT_BYTES * copies * architecture.parameterCount();
  }

  private boolean tight(Architecture architecture) {
    return trainingBytes(architecture) > MUCH * memoryLimit;
  }

  private String memory(String key, Architecture architecture) {
    String needed = Readable.bytes(trainingBytes(architecture));
    return MESSAGES.format(key, needed, Readable.bytes(memoryLimit));
  }

  private void takeSwitches() {
    if (showing) {
      return;
    }
    LayerSpec switched =
        new LayerSpec(layer().units(), hiddenFromHidden.get(), hiddenFromVisible.get());
    workbench
        .designProperty()
        .set(
            new ModelDesign(
                List.of(switched), visibleFromVisible.get(), design().order(), ownFirstStep.get()));
  }

  private void show() {
    showing = true;
    ModelDesign design = design();
    units.show(layer().units());
    order.show(design.order());
    hiddenFromHidden.set(layer().lagsItself());
    hiddenFromVisible.set(layer().lagsBelow());
    visibleFromVisible.set(design.lagsVisible());
    ownFirstStep.set(design.ownFirstStep());
    temporal.set(design.order() > 0);
    showing = false;
    Architecture architecture = architecture();
    SequenceSet data = workbench.dataProperty().get();
    boolean none = data == null;
    shape.set(
        new Shape(
            architecture.variant(),
            MESSAGES.format("title", architecture.variant(), design.order()),
            none ? MESSAGES.get("visible.none") : MESSAGES.get("visible." + data.kind()),
            none ? "" : Readable.count(data.units()),
            none ? "" : Readable.count(architecture.parameterCount()),
            none ? "" : memory("memory.of", architecture),
            none || !tight(architecture) ? "" : memory("memory.tight", architecture)));
    net.show(architecture);
  }

  private Architecture architecture() {
    return design().on(visibleUnits(), kind());
  }
}
