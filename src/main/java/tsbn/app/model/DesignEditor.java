package tsbn.app.model;

import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.data.DataKind;
import tsbn.experiment.DataSummary;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;

/** The design on the workbench: what it amounts to, and which changes of it are possible. */
final class DesignEditor {
  private static final Messages MESSAGES = Messages.of(DesignEditor.class);
  private static final int FLOAT_BYTES = 4;

  /** The share of the memory from which on there is a warning: data and pictures need some too. */
  private static final double MUCH = 0.4;

  /** Parameters, their gradient, a checkpoint, and the copy that pictures are drawn from. */
  private static final int COPIES = 4;

  private final Workbench workbench;
  private final long memoryLimit;

  /**
   * @param memoryLimit bytes that a model may take to train
   */
  DesignEditor(Workbench workbench, long memoryLimit) {
    this.workbench = workbench;
    this.memoryLimit = memoryLimit;
  }

  ModelDesign design() {
    return workbench.designProperty().get();
  }

  /** Takes over a design that can be built. */
  void set(ModelDesign design) {
    workbench.designProperty().set(design);
  }

  /** The values of the data; binary where there is none. */
  DataKind kind() {
    DataSummary data = workbench.aboutProperty().get();
    return data == null ? DataKind.BINARY : data.kind();
  }

  private int visible() {
    DataSummary data = workbench.aboutProperty().get();
    return data == null ? 1 : data.meaning().units();
  }

  /** The design on the data, or on a frame of one unit where there is none. */
  Architecture architecture() {
    return design().on(visible(), kind());
  }

  /**
   * Refuses a design that cannot be built or does not fit into memory.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  void require(ModelDesign wanted) {
    Architecture built = wanted.on(visible(), kind());
    if (trainingBytes(built) > memoryLimit) {
      throw new IllegalArgumentException(memory("memory.exceeded", built));
    }
  }

  /** Whether training the present design takes much of the memory. */
  boolean tight() {
    return trainingBytes(architecture()) > MUCH * memoryLimit;
  }

  /** What training the present design takes, in a sentence or part of one. */
  String memory(String key) {
    return memory(key, architecture());
  }

  private String memory(String key, Architecture architecture) {
    String needed = Readable.bytes(trainingBytes(architecture));
    return MESSAGES.format(key, needed, Readable.bytes(memoryLimit));
  }

  private double trainingBytes(Architecture architecture) {
    int copies = COPIES + workbench.settingsProperty().get().optimiser().momentArrays();
    return (double) FLOAT_BYTES * copies * architecture.parameterCount();
  }
}
