package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.AcclaimText;
import tsbn.data.motion.BvhText;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.Skeleton;

/**
 * What a model sees or makes up of motions, written in true units as files that other programs and
 * this one open: {@code .bvh}, or {@code .amc} with the skeleton {@code .asf} beside it.
 */
public final class MotionFiles {
  /** The endings of files it writes. */
  public static final List<String> ENDINGS = List.of("bvh", "amc");

  private MotionFiles() {}

  /**
   * Writes motions, each into a file of its own: {@code walk.bvh}, or {@code walk-1.bvh}, {@code
   * walk-2.bvh} if there are several.
   *
   * @param sequences T x M each. Not modified.
   * @param out ends with one of {@link #ENDINGS}
   * @return the files that were written
   * @throws IllegalArgumentException with a sentence if a motion cannot be written in that form
   */
  public static List<Path> write(FrameMeaning.Motion meaning, List<FMatrixRMaj> sequences, Path out)
      throws IOException {
    double rate = meaning.coding().frameRate();
    MotionCodec codec = new MotionCodec(meaning.skeleton(), meaning.coding());
    String name = out.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    String ending = name.substring(name.lastIndexOf('.'));
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      DMatrixRMaj frames = codec.decode(MotionCodec.widen(sequences.get(i)));
      Path file = NumberedFiles.of(out, i, sequences.size());
      if (ending.toLowerCase(Locale.ROOT).equals(".bvh")) {
        writeBvh(meaning.skeleton(), frames, rate, file);
      } else {
        Path skeleton = out.resolveSibling(stem + ".asf");
        writeAcclaim(meaning.skeleton(), frames, rate, skeleton, file);
        if (i == 0) {
          written.add(skeleton);
        }
      }
      written.add(file);
    }
    return written;
  }

  private static void writeBvh(Skeleton skeleton, DMatrixRMaj frames, double rate, Path file)
      throws IOException {
    AtomicFile.writeText(file, text -> BvhText.write(skeleton, frames, rate, text));
  }

  private static void writeAcclaim(
      Skeleton skeleton, DMatrixRMaj frames, double rate, Path asf, Path amc) throws IOException {
    AcclaimText text = new AcclaimText(skeleton, frames, rate);
    AtomicFile.writeText(asf, text::writeSkeleton);
    AtomicFile.writeText(amc, text::writeMotion);
  }
}
