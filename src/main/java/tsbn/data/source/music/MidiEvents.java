package tsbn.data.source.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tsbn.data.music.FrameMark;
import tsbn.data.music.Score;
import tsbn.data.music.TempoMap;
import tsbn.data.music.TimeSignature;

/** What the tracks that sound together say about notes, tempo and bars. */
final class MidiEvents {
  /**
   * A message to a channel.
   *
   * @param tick when
   * @param track which track says so, counted from 0
   * @param status its kind and channel
   * @param data1 first value, 0 to 127
   * @param data2 second value, 0 to 127
   */
  record ChannelEvent(long tick, int track, int status, int data1, int data2) {}

  private final double ticksPerQuarter;
  private final boolean film;
  private final List<ChannelEvent> channelEvents = new ArrayList<>();
  private final List<TempoMap.Change> tempos = new ArrayList<>();
  private TimeSignature meter;
  private FrameMark mark;
  private long end;

  /**
   * Nothing yet.
   *
   * @param film whether time is counted in frames of film, for which tempos mean nothing
   */
  MidiEvents(double ticksPerQuarter, boolean film) {
    this.ticksPerQuarter = ticksPerQuarter;
    this.film = film;
  }

  void add(ChannelEvent event) {
    channelEvents.add(event);
  }

  void tempo(long tick, long microsecondsPerQuarter) {
    tempos.add(new TempoMap.Change(tick, microsecondsPerQuarter / 1e6));
  }

  /** A time signature; the first counts. */
  void meter(TimeSignature found) {
    meter = meter == null ? found : meter;
  }

  /** A text, which may be the mark of a roll. */
  void text(String text) {
    FrameMark found = FrameMark.of(text);
    mark = found == null ? mark : found;
  }

  /** Where a track ends. */
  void end(long tick) {
    end = Math.max(end, tick);
  }

  /**
   * The score.
   *
   * @param notes where sentences about what is odd are added
   */
  Score score(String file, boolean sustain, List<String> notes) {
    // Stable: what is at one tick stays in the order of the tracks and of the file.
    channelEvents.sort(Comparator.comparingLong(ChannelEvent::tick));
    Keys keys = new Keys(sustain);
    channelEvents.forEach(keys::take);
    int unreleased = keys.end(end);
    if (unreleased > 0) {
      notes.add(
          "%s: %s no end and %s taken to last as long as the file."
              .formatted(
                  file,
                  unreleased == 1 ? "1 note has" : "%,d notes have".formatted(unreleased),
                  unreleased == 1 ? "is" : "are"));
    }
    TempoMap tempo = TempoMap.of(ticksPerQuarter, film ? List.of() : tempos);
    return new Score(keys.notes(), ticksPerQuarter, tempo, meter, mark);
  }
}
