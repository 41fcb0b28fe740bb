package tsbn.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.source.MatArray;
import tsbn.learn.OptimiserKind;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.Link;
import tsbn.model.sbn.TemporalSbn;

/**
 * A model trained by the authors' MATLAB code: the cells {@code param} of a file, in one of three
 * forms, which the number of cells and the shape of the eighth tell apart.
 *
 * <ul>
 *   <li>real values, 15 cells: W1 W2 W2' W3 W4 W4' U1 U2 U3 b1 b2 b3 c A1 A2, where b1 is the
 *       prior's bias, b2 that of the mean, b3 that of log sigma, and c that of the recognition net
 *   <li>binary of order 1, 15 cells: W1 W2 W3 W4 U1 U2 U3 b c d binit cinit dinit A1 A2
 *   <li>binary of any order, 12 cells: W1 W2 W3 W4 U1 U2 U3 b c d A1 A2
 * </ul>
 *
 * Lags are pages of a matrix. A family of links whose weights are all zero does not exist: the
 * authors' code makes an HMSBN that way. The baseline A1, A2 is left behind.
 */
public final class AuthorsModel {
  private static final double FRAMES_PER_SECOND = 30;
  private static final List<String> REAL =
      List.of(
          "W1", "W2", "W2'", "W3", "W4", "W4'", "U1", "U2", "U3", "b", "c", "c'", "d", "A1", "A2");
  private static final List<String> FIRST_STEP =
      List.of(
          "W1", "W2", "W3", "W4", "U1", "U2", "U3", "b", "c", "d", "b_init", "c_init", "d_init",
          "A1", "A2");
  private static final List<String> BINARY =
      List.of("W1", "W2", "W3", "W4", "U1", "U2", "U3", "b", "c", "d", "A1", "A2");

  private final String file;
  private final Map<String, MatArray> arrays = new TreeMap<>();

  private AuthorsModel(String file) {
    this.file = file;
  }

  /**
   * Reads a file as a run that has not been trained here.
   *
   * @throws DataFormatException with one sentence if it does not hold such a model
   */
  public static SavedRun read(Path path) throws DataFormatException {
    String file = path.getFileName().toString();
    return new AuthorsModel(file).run(MatArray.cells(path, "param"));
  }

  private SavedRun run(List<MatArray> cells) throws DataFormatException {
    if (cells.size() != 15 && cells.size() != 12) {
      throw new DataFormatException(
          "%s: the variable param has %d cells; a model of the authors' code has 15 or 12."
              .formatted(file, cells.size()));
    }
    boolean real = cells.size() == 15 && real(cells);
    List<String> names = real ? REAL : cells.size() == 15 ? FIRST_STEP : BINARY;
    for (int i = 0; i < names.size(); i++) {
      arrays.put(names.get(i), cells.get(i));
    }
    Architecture architecture = architecture(real, names == FIRST_STEP);
    TemporalSbn model = new TemporalSbn(architecture);
    for (Link link : architecture.links()) {
      fill(model.parameters().get(link.symbol()), family(link), link);
    }
    for (String bias : model.parameters().names()) {
      if (bias.matches("[bcd].*")) {
        fill(model.parameters().get(bias), bias);
      }
    }
    DataSummary data =
        new DataSummary(
            file.replaceFirst("(?i)\\.mat$", ""),
            real ? DataKind.REAL : DataKind.BINARY,
            new FrameMeaning.Channels(architecture.visible()),
            FRAMES_PER_SECOND,
            0);
    return new SavedRun(new Experiment("", architecture, settings()), data, List.of(), model);
  }

  /**
   * To train on with. The first steps of the paper's RMSprop, which has no history yet of gradients
   * that are small by now, would ruin a trained model.
   */
  private static TrainingSettings settings() {
    return TrainingSettings.paper().change().optimiser(OptimiserKind.ADAM).build();
  }

  /**
   * Whether 15 cells are a real-valued model's: U2 or the second W2 where the other has b or W3.
   */
  private static boolean real(List<MatArray> cells) {
    boolean oneVisible = cells.get(1).size(0) == 1;
    return cells.get(oneVisible ? 2 : 7).size(1) > 1;
  }

  private Architecture architecture(boolean real, boolean ownFirstStep) throws DataFormatException {
    int hidden = arrays.get("W2").size(1);
    int visible = arrays.get("W2").size(0);
    int order = arrays.get("W1").size(2);
    for (Map.Entry<String, MatArray> entry : arrays.entrySet()) {
      checkShape(entry.getKey(), entry.getValue(), hidden, visible, order);
    }
    boolean lagsVisible = exists("W4") || exists("W4'");
    LayerSpec layer =
        new LayerSpec(hidden, exists("W1") || exists("U1"), exists("W3") || exists("U3"));
    try {
      return new Architecture(
          visible,
          real ? Likelihood.NORMAL : Likelihood.BERNOULLI,
          lagsVisible,
          List.of(layer),
          order,
          ownFirstStep);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void checkShape(String name, MatArray array, int hidden, int visible, int order)
      throws DataFormatException {
    boolean fits =
        switch (name) {
          case "W1", "U1" -> array.is(hidden, hidden, order);
          case "W2", "W2'" -> array.is(visible, hidden, 1);
          case "U2" -> array.is(hidden, visible, 1);
          case "W3", "U3" -> array.is(hidden, visible, order);
          case "W4", "W4'" -> array.is(visible, visible, order);
          case "c", "c'", "c_init" -> array.is(visible, 1, 1);
          case "A1", "A2" -> true;
          default -> array.is(hidden, 1, 1);
        };
    if (!fits) {
      throw new DataFormatException(
          "%s: the block %s is %s, which does not fit %d hidden and %d visible units of order %d."
              .formatted(file, name, array.shapeText(), hidden, visible, order));
    }
  }

  private boolean exists(String name) {
    MatArray array = arrays.get(name);
    if (array == null) {
      return false;
    }
    for (double value : array.values()) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code W4'} for {@code W4'[2]}. */
  private static String family(Link link) {
    return link.symbol().replaceFirst("\\[\\d+\\]$", "");
  }

  /** Our blocks are source x target, the transpose of MATLAB's. */
  private void fill(FMatrixRMaj block, String family, Link link) {
    MatArray from = arrays.get(family);
    int page = Math.max(0, link.lag() - 1);
    for (int i = 0; i < block.numRows; i++) {
      for (int j = 0; j < block.numCols; j++) {
        block.set(i, j, (float) from.get(j, i, page));
      }
    }
  }

  private void fill(FMatrixRMaj bias, String name) {
    for (int j = 0; j < bias.numCols; j++) {
      bias.set(0, j, (float) arrays.get(name).get(j, 0, 0));
    }
  }
}
