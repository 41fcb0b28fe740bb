package tsbn.app.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tsbn.app.support.AppContext;
import tsbn.app.support.Choice;
import tsbn.app.support.Entry;
import tsbn.app.support.Exports;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.experiment.DataSummary;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.Likelihood;
import tsbn.picture.Png;
import tsbn.picture.Raster;

/**
 * The model to train: layers, order, links and the distribution of a frame, and what they amount
 * to. Every change goes at once to the workbench, which keeps a run in progress until the next
 * Train.
 */
public final class ModelViewModel {
  private static final Messages MESSAGES = Messages.of(ModelViewModel.class);

  private final Workbench workbench;
  private final Exports exports;
  private final DesignEditor editor;
  private final LayersViewModel layers;
  private final CostViewModel cost;
  private final Entry<Integer> order;
  private final Choice<Likelihood> likelihood;
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
   * @param visible {@code grey}: the values of the data
   * @param visibleUnits {@code 900}
   * @param visibleLinks {@code own past (W₄)}
   * @param parameters how many, in digits
   * @param memory what training takes, such as {@code 26 MB of 2.0 GB}
   * @param warning a sentence where that is much of what there is; otherwise empty
   */
  public record Shape(
      String variant,
      String title,
      String visible,
      String visibleUnits,
      String visibleLinks,
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
    this.editor = new DesignEditor(workbench, memoryLimit);
    this.layers = new LayersViewModel(editor);
    this.cost = new CostViewModel(context, editor);
    this.order =
        Entry.ofInt(
            typed -> editor.require(editor.design().withOrder(typed)),
            typed -> editor.set(editor.design().withOrder(typed)));
    this.likelihood = new Choice<>(this::title, chosen -> editor.set(editor.design().with(chosen)));
    visibleFromVisible.addListener((observable, was, is) -> takeSwitches());
    ownFirstStep.addListener((observable, was, is) -> takeSwitches());
    workbench.refuseWhile(() -> order.problemProperty().get());
    workbench.refuseWhile(layers::unitsProblem);
    workbench.architectureProperty().addListener((observable, was, is) -> show());
    workbench.aboutProperty().addListener((observable, was, is) -> show());
    workbench.designProperty().addListener((observable, was, is) -> show());
    workbench.settingsProperty().addListener((observable, was, is) -> show());
    show();
  }

  // Properties

  /** The hidden layers. */
  public LayersViewModel layers() {
    return layers;
  }

  /** How long a step takes. */
  public CostViewModel cost() {
    return cost;
  }

  /** How many past frames a unit looks at. */
  public Entry<Integer> order() {
    return order;
  }

  /** The distribution of a frame: the one that fits the data, or one of those that can score it. */
  public Choice<?> likelihood() {
    return likelihood;
  }

  /** Links from past visible to visible units, W4 in a model of one hidden layer. */
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
   * Makes the model a named variant. The sizes of its layers stay: a deep variant takes the one
   * layer twice, a shallow one the lowest. An order of 0 becomes 1 where the variant needs one.
   *
   * @param variant one of {@link ModelDesign#variants()}
   */
  public void become(String variant) {
    ModelDesign now = editor.design();
    List<Integer> units = new ArrayList<>(now.hidden().stream().map(LayerSpec::units).toList());
    boolean deep = variant.startsWith("d");
    if (!deep) {
      units = units.subList(0, 1);
    } else if (units.size() == 1) {
      units.add(units.get(0));
    }
    editor.set(ModelDesign.named(variant, units, Math.max(1, now.order())).with(now.likelihood()));
  }

  /** One past frame more or fewer, if that is possible. */
  public void changeOrder(int by) {
    order.textProperty().set(String.valueOf(editor.design().order() + by));
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

  /** Called some fifteen times a second while shown. */
  public void refresh() {
    cost.refresh();
  }

  /** The page is off the screen. */
  public void hidden() {
    cost.hidden();
  }

  // How

  private String title(Likelihood one) {
    return one == null
        ? MESSAGES.format("likelihood.auto", ModelDesign.fitting(editor.kind()).title())
        : one.title();
  }

  private void takeSwitches() {
    if (!showing) {
      editor.set(
          editor
              .design()
              .withLagsVisible(visibleFromVisible.get())
              .withOwnFirstStep(ownFirstStep.get()));
    }
  }

  private void show() {
    showing = true;
    ModelDesign design = editor.design();
    layers.show();
    order.show(design.order());
    List<Likelihood> offered = new ArrayList<>(Collections.singletonList(null));
    offered.addAll(ModelDesign.likelihoods(editor.kind()));
    likelihood.show(offered, design.likelihood());
    visibleFromVisible.set(design.lagsVisible());
    ownFirstStep.set(design.ownFirstStep());
    temporal.set(design.order() > 0);
    showing = false;
    Architecture architecture = editor.architecture();
    DataSummary data = workbench.aboutProperty().get();
    boolean none = data == null;
    shape.set(
        new Shape(
            architecture.variant(),
            MESSAGES.format("title", architecture.variant(), design.order()),
            none ? MESSAGES.get("visible.none") : MESSAGES.get("visible." + data.kind()),
            none ? "" : Readable.count(data.meaning().units()),
            MESSAGES.format("links.itself", LayerViewModel.symbols(architecture, 0, 0)),
            none ? "" : Readable.count(architecture.parameterCount()),
            none ? "" : editor.memory("memory.of"),
            none || !editor.tight() ? "" : editor.memory("memory.tight")));
    net.show(architecture);
  }
}
