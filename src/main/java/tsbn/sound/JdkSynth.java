package tsbn.sound;

import javax.sound.midi.MidiChannel;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Synthesizer;

/** The software synthesiser that comes with the JDK, with whatever sounds the system gives it. */
public final class JdkSynth implements Synth {
  private static final int VELOCITY = 84;
  private static final int VOLUME = 7;
  private static final int MOST = 127;

  private final Synthesizer device;
  private final MidiChannel channel;

  private JdkSynth(Synthesizer device) {
    this.device = device;
    this.channel = device.getChannels()[0];
  }

  /**
   * Opens it; takes up to a second.
   *
   * @throws MidiUnavailableException if there is nothing to hear it with
   */
  public static Synth open() throws MidiUnavailableException {
    Synthesizer device = MidiSystem.getSynthesizer();
    device.open();
    return new JdkSynth(device);
  }

  @Override
  public double latency() {
    return device.getLatency() / 1e6;
  }

  @Override
  public void noteOn(int note) {
    channel.noteOn(note, VELOCITY);
  }

  @Override
  public void noteOff(int note) {
    channel.noteOff(note);
  }

  @Override
  public void instrument(Instrument instrument) {
    channel.programChange(instrument.program());
  }

  @Override
  public void volume(double share) {
    channel.controlChange(VOLUME, (int) Math.round(MOST * Math.max(0, Math.min(1, share))));
  }

  @Override
  public void close() {
    device.close();
  }
}
