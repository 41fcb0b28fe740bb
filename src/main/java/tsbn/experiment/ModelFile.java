package tsbn.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

/** The parameters of a model as an archive of its blocks by name. */
final class ModelFile {
  private ModelFile() {}

  /** The blocks of a model by name; they are its own. */
  static Map<String, FMatrixRMaj> blocks(TemporalSbn model) {
    Map<String, FMatrixRMaj> blocks = new LinkedHashMap<>();
    Parameters parameters = model.parameters();
    parameters.names().forEach(name -> blocks.put(name, parameters.get(name)));
    return blocks;
  }

  /**
   * Reads a model.
   *
   * @throws DataFormatException with one sentence if the file holds another, or none
   */
  static TemporalSbn read(Architecture architecture, Path file) throws DataFormatException {
    Experiment.requireMemory(architecture);
    return of(architecture, Npz.read(file, architecture.parameterCount()), file);
  }

  /**
   * A model of some blocks.
   *
   * @param file where they come from
   */
  static TemporalSbn of(Architecture architecture, Map<String, FMatrixRMaj> blocks, Path file)
      throws DataFormatException {
    Parameters found = new Parameters();
    blocks.forEach((name, block) -> found.add(name, block.numRows, block.numCols).setTo(block));
    // Only now: the file has shown that there are that many values.
    if (found.count() != architecture.parameterCount()) {
      throw new DataFormatException(
          "%s holds %,d parameters and the architecture has %,d."
              .formatted(file, found.count(), architecture.parameterCount()));
    }
    TemporalSbn model = new TemporalSbn(architecture);
    try {
      model.parameters().copyFrom(found);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException(
          "%s does not fit the architecture: %s".formatted(file, e.getMessage()), e);
    }
    return model;
  }
}
