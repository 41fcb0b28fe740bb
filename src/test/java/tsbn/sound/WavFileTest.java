package tsbn.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FrameMeaning;

class WavFileTest {
  private static final int SAMPLES_PER_SECOND = 44_100;

  /** An A of 440 Hz for a second, and a second of nothing. */
  private static final Piece ROLL =
      new Piece(new FrameMeaning.PianoRoll(69, 1), new FMatrixRMaj(4, 1, true, 1, 1, 0, 0));

  @Test
  void aNoteHasItsPitchAndItsLength() throws Exception {
    assertTrue(WavFile.possible(), "the tests are started with what it needs");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavFile.write(ROLL, 2, Instrument.PIANO, out);
    byte[] bytes;
    try (AudioInputStream in =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertEquals(SAMPLES_PER_SECOND, in.getFormat().getSampleRate());
      bytes = in.readAllBytes();
    }
    assertEquals(3.5 * SAMPLES_PER_SECOND, bytes.length / 4.0, 1);
    double[] left = new double[bytes.length / 4];
    for (int i = 0; i < left.length; i++) {
      left[i] = (short) ((bytes[4 * i] & 0xFF) | (bytes[4 * i + 1] << 8));
    }
    int second = SAMPLES_PER_SECOND;
    assertTrue(energy(left, second / 4, second / 2) > 100 * energy(left, 3 * second, second / 2));
    double a = power(left, second / 4, second / 2, 440);
    assertTrue(a > 20 * power(left, second / 4, second / 2, 415.3), "not a half tone below");
    assertTrue(a > 20 * power(left, second / 4, second / 2, 466.2), "nor above");
  }

  private static double energy(double[] samples, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += samples[i] * samples[i];
    }
    return sum / count;
  }

  private static double power(double[] samples, int from, int count, double hertz) {
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * hertz * i / SAMPLES_PER_SECOND;
      cosine += samples[from + i] * Math.cos(angle);
      sine += samples[from + i] * Math.sin(angle);
    }
    return cosine * cosine + sine * sine;
  }
}
