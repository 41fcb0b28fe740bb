package tsbn.app.support;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tsbn.sound.Instrument;
import tsbn.sound.Synth;

/** Sounds nothing, and knows what it would sound. */
public final class RecordedSynth implements Synth {
  /** Notes that sound now. */
  public final TreeSet<Integer> sounding = new TreeSet<>();

  /** All that were begun, in their order. */
  public final List<Integer> begun = new ArrayList<>();

  public double latency;
  public Instrument instrument;
  public double volume;
  public boolean closed;

  /** A device of the workbench that opens one. */
  public static Sound sound(BackgroundTasks tasks, Notices notices) {
    return new Sound(tasks, notices, RecordedSynth::new);
  }

  @Override
  public double latency() {
    return latency;
  }

  @Override
  public void noteOn(int note) {
    sounding.add(note);
    begun.add(note);
  }

  @Override
  public void noteOff(int note) {
    sounding.remove(note);
  }

  @Override
  public void instrument(Instrument chosen) {
    instrument = chosen;
  }

  @Override
  public void volume(double share) {
    volume = share;
  }

  @Override
  public void close() {
    closed = true;
  }
}
