package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Evaluation;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.support.RealData;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

/** Models of the authors' code, in the three forms it wrote. */
class AuthorsModelTest {
  private static final int J = 2;
  private static final int M = 3;

  @TempDir private Path folder;

  /** A matrix whose value at (i, j, k) is 100 i + 10 j + k + 1, or zeros. */
  private static Matrix matrix(boolean zeros, int... shape) {
    Matrix matrix = Mat5.newMatrix(shape);
    for (int at = 0; at < matrix.getNumElements(); at++) {
      int i = at % shape[0];
      int j = at / shape[0] % shape[1];
      int k = at / shape[0] / shape[1];
      matrix.setDouble(at, zeros ? 0 : 100 * i + 10 * j + k + 1);
    }
    return matrix;
  }

  private static Matrix matrix(int... shape) {
    return matrix(false, shape);
  }

  private SavedRun read(Matrix... cells) throws Exception {
    Cell cell = Mat5.newCell(1, cells.length);
    for (int i = 0; i < cells.length; i++) {
      cell.set(i, cells[i]);
    }
    Mat5File file = Mat5.newMatFile();
    file.addArray("param", cell);
    Path path = folder.resolve("model.mat");
    Mat5.writeToFile(file, path.toFile());
    return AuthorsModel.read(path);
  }

  private static void assertFilled(Parameters parameters, String name, int lag) {
    FMatrixRMaj block = parameters.get(name);
    for (int i = 0; i < block.numRows; i++) {
      for (int j = 0; j < block.numCols; j++) {
        assertEquals(100 * j + 10 * i + lag, block.get(i, j), name);
      }
    }
  }

  @Test
  void aBinaryModelOfOrderOneHasItsOwnFirstStep() throws Exception {
    SavedRun run =
        read(
            matrix(J, J),
            matrix(M, J),
            matrix(J, M),
            matrix(M, M),
            matrix(J, J),
            matrix(J, M),
            matrix(J, M),
            matrix(J, 1),
            matrix(M, 1),
            matrix(J, 1),
            matrix(J, 1),
            matrix(M, 1),
            matrix(J, 1),
            matrix(1, 4),
            matrix(4, M));
    assertEquals(Architecture.tsbn(M, J, 1), run.experiment().architecture());
    Parameters parameters = run.model().parameters();
    for (String name : List.of("W1", "W2", "W3", "W4", "U1", "U2", "U3")) {
      assertFilled(parameters, name, 1);
    }
    for (String name : List.of("b", "c", "d", "b_init", "c_init", "d_init")) {
      for (int j = 0; j < parameters.get(name).numCols; j++) {
        assertEquals(100 * j + 1, parameters.get(name).get(0, j), name);
      }
    }
  }

  @Test
  void aBinaryModelOfHigherOrderHasItsLagsAsPages() throws Exception {
    SavedRun run =
        read(
            matrix(J, J, 2),
            matrix(M, J),
            matrix(J, M, 2),
            matrix(M, M, 2),
            matrix(J, J, 2),
            matrix(J, M),
            matrix(J, M, 2),
            matrix(J, 1),
            matrix(M, 1),
            matrix(J, 1),
            matrix(1, 4),
            matrix(4, M));
    assertEquals(Architecture.tsbn(M, J, 2), run.experiment().architecture());
    assertFilled(run.model().parameters(), "W3[1]", 1);
    assertFilled(run.model().parameters(), "W3[2]", 2);
  }

  private static Matrix[] real(boolean zeros) {
    return new Matrix[] {
      matrix(J, J, 3), matrix(M, J), matrix(M, J), matrix(zeros, J, M, 3), matrix(zeros, M, M, 3),
      matrix(zeros, M, M, 3), matrix(J, J, 3), matrix(J, M), matrix(zeros, J, M, 3), matrix(J, 1),
      matrix(M, 1), matrix(M, 1), matrix(J, 1), matrix(1, 4), matrix(4, M)
    };
  }

  @Test
  void aRealValuedModelHasTwoHeads() throws Exception {
    SavedRun run = read(real(false));
    assertEquals(
        Architecture.tsbn(M, J, 3).with(Likelihood.NORMAL), run.experiment().architecture());
    assertFilled(run.model().parameters(), "W4'[3]", 3);
    assertFilled(run.model().parameters(), "W2'", 1);
  }

  @Test
  void familiesOfZerosDoNotExist() throws Exception {
    SavedRun run = read(real(true));
    assertEquals(
        Architecture.hmsbn(M, J, 3).with(Likelihood.NORMAL), run.experiment().architecture());
    assertFalse(run.model().parameters().names().contains("W3[1]"));
  }

  @Test
  void otherCellsAreRefusedWithASentence() {
    assertSentence("has 2 cells", matrix(J, J), matrix(M, J));
    Matrix[] wrong = real(false);
    wrong[7] = matrix(J + 1, M);
    assertSentence("the block U2 is 3 x 3, which does not fit 2 hidden and 3 visible", wrong);
    Matrix[] nan = real(false);
    nan[2].setDouble(0, Double.NaN);
    assertSentence("param, cell 3 holds a value that is no number", nan);
  }

  private void assertSentence(String part, Matrix... cells) {
    DataFormatException refused = assertThrows(DataFormatException.class, () -> read(cells));
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
  }

  /** What the authors' model scores on their data; the reference was measured with their code. */
  @Test
  void theAuthorsModelScoresAsTheirCodeSays() throws Exception {
    SavedRun run = AuthorsModel.read(RealData.authors("mocap_1.mat"));
    assertEquals("HMSBN", run.experiment().architecture().variant());
    String data = RealData.mocap("mit_mocap.mat") + "?var=test_data";
    List<Sequence> test = DataSources.open(data, Progress.NONE).get(Split.TRAIN);
    RandomStream random = new RandomStream(1);
    double bound =
        Evaluation.bound(run.model(), test, 100, random.child(0), Progress.NONE).perSequence();
    assertEquals(-32.69, bound, 0.15);
    double error = Evaluation.predictionError(run.model(), test, 1, random.child(1), Progress.NONE);
    assertEquals(18.0, error, 0.8, "one sample; the mean of many such is 18.0");
  }
}
