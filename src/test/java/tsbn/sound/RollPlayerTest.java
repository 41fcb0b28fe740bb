package tsbn.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FrameMeaning;

class RollPlayerTest {
  private static final FrameMeaning.PianoRoll KEYS = new FrameMeaning.PianoRoll(60, 3);

  /** The first key in frames 0 and 1, the second in 1, silence in 2, the third in 3. */
  private static final Piece ROLL =
      new Piece(KEYS, new FMatrixRMaj(4, 3, true, 1, 0, 0, 1, 0.6f, 0.4f, 0, 0, 0, 0, 0, 1));

  private final Heard synth = new Heard();
  private final RollPlayer player = new RollPlayer(synth);

  /** Writes down what is to be heard, and when. */
  private static final class Heard implements Synth {
    private final TreeSet<Integer> sounding = new TreeSet<>();
    private final List<String> events = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private double latency;
    private double now;

    @Override
    public double latency() {
      return latency;
    }

    @Override
    public void noteOn(int note) {
      assertTrue(sounding.add(note), "begun twice");
      events.add("+" + note);
      times.add(now + latency);
    }

    @Override
    public void noteOff(int note) {
      assertTrue(sounding.remove(note), "ended twice");
      events.add("-" + note);
      times.add(now + latency);
    }

    @Override
    public void instrument(Instrument instrument) {}

    @Override
    public void volume(double share) {}

    @Override
    public void close() {}
  }

  @Test
  void notesBeginAndEndWithTheirFramesAndAreHeldOverSeveral() {
    for (double position : new double[] {0, 0.4, 0.8, 1.1, 1.9, 2.5, 3.2}) {
      player.at(ROLL, position, 0, 1, 0);
    }
    assertEquals(List.of("+60", "+61", "-60", "-61", "+62"), synth.events);
    player.at(ROLL, 3.999, 0, 1, 0);
    assertEquals(List.of(), List.copyOf(synth.sounding), "behind the end it is silent");
  }

  @Test
  void atTheEndALoopBeginsAgain() {
    player.at(ROLL, 3.999, 0, 1, 4);
    assertEquals(List.of(60), List.copyOf(synth.sounding));
  }

  @Test
  void besideALongerPieceItIsSilentUntilTheyBeginAgain() {
    player.at(ROLL, 5.5, 0, 1, 9);
    assertEquals(List.of(), List.copyOf(synth.sounding));
    player.at(ROLL, 8.999, 0, 1, 9);
    assertEquals(List.of(60), List.copyOf(synth.sounding));
  }

  @Test
  void jumpsAndPausesLeaveNothingSounding() {
    player.at(ROLL, 1.2, 0, 1, 0);
    assertEquals(List.of(60, 61), List.copyOf(synth.sounding));
    player.at(ROLL, 3.2, 0, 1, 0);
    assertEquals(List.of(62), List.copyOf(synth.sounding));
    player.silence();
    player.silence();
    assertEquals(List.of(), List.copyOf(synth.sounding));
  }

  @Test
  void whatIsHeardIsWithinTwentyMillisecondsOfThePicture() {
    for (double latency : new double[] {0, 0.12, 0.2}) {
      for (double framesPerSecond : new double[] {2, 4, 8, 16, 32}) {
        follow(latency, framesPerSecond, 0);
        follow(latency, framesPerSecond, 37.6); // played on from there, or sought
      }
    }
  }

  /**
   * Sixty pulses a second, of which some are late by up to half of one. The picture waits for the
   * latency, and then goes on.
   */
  private void follow(double latency, double framesPerSecond, double from) {
    Heard heard = new Heard();
    heard.latency = latency;
    RollPlayer following = new RollPlayer(heard);
    FMatrixRMaj scale = new FMatrixRMaj(200, 2);
    for (int t = 0; t < scale.numRows; t++) {
      scale.set(t, t % 2, 1);
    }
    Piece roll = new Piece(new FrameMeaning.PianoRoll(60, 2), scale);
    for (int pulse = 0; heard.events.size() < 100; pulse++) {
      heard.now = pulse == 0 ? 0 : (pulse + (pulse % 7 == 3 ? 0.5 : 0)) / 60;
      double moved = Math.max(0, heard.now - latency);
      double wait = Math.max(0, latency - heard.now);
      following.at(roll, from + moved * framesPerSecond, wait, framesPerSecond, 0);
    }
    int frame = (int) from;
    for (int i = 0; i < heard.events.size(); i++) {
      if (heard.events.get(i).startsWith("+")) {
        String what = "frame " + frame + " at " + framesPerSecond + "/s after " + latency;
        double shown = latency + Math.max(0, frame - from) / framesPerSecond;
        assertEquals("+" + (60 + frame % 2), heard.events.get(i), what);
        assertEquals(shown, heard.times.get(i), 0.020, what);
        frame++;
      }
    }
    assertTrue(frame - from > 40);
  }
}
