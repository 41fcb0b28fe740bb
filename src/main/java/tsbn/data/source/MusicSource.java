package tsbn.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.music.Bars;
import tsbn.data.music.Grid;
import tsbn.data.music.Note;
import tsbn.data.music.Roll;
import tsbn.data.music.Score;
import tsbn.data.music.Step;
import tsbn.data.music.Step.NoteValue;
import tsbn.data.source.music.MidiFile;

/**
 * MIDI files, one or a folder of them, as piano rolls that all have frames of one length. A file of
 * format 2 gives a sequence for each of its tracks. In a folder, files that cannot be read are left
 * out with a sentence.
 */
final class MusicSource {
  private static final int MOST_SENTENCES = 5;
  private static final int MOST_NAMES = 3;

  private final Path place;
  private final SourceAddress address;
  private final MusicOptions options;
  private final Progress progress;
  private final List<String> warnings = new ArrayList<>();

  /** Notes and frames that there may still be, each of which takes some memory. */
  private long notesLeft = Runtime.getRuntime().maxMemory() / 512;

  private long framesLeft = Runtime.getRuntime().maxMemory() / 512;
  private long notes;
  private long drums;

  /**
   * A file with notes.
   *
   * @param label what it is called
   * @param split where it belongs; null where that is to be decided
   * @param scores at least one
   */
  private record Piece(SequenceLabel label, Split split, List<Score> scores) {}

  private MusicSource(Path place, SourceAddress address, MusicOptions options, Progress progress) {
    this.place = place;
    this.address = address;
    this.options = options;
    this.progress = progress;
  }

  /** Opens a folder or file. */
  static SequenceSet open(Path place, SourceAddress address, Progress progress)
      throws DataFormatException {
    MusicOptions options = MusicOptions.of(address);
    Path whole = place.toAbsolutePath().normalize();
    return new MusicSource(whole, address, options, progress).open();
  }

  private SequenceSet open() throws DataFormatException {
    List<Piece> pieces = divided(pieces());
    Step step = options.step();
    if (step == null) {
      Grid grid = Grid.of(scores(pieces));
      step = grid.step();
      if (!grid.fits()) {
        warnings.add(
            "Only %.0f %% of the notes begin near a grid of %s notes, the one that fits best; choose another note value or seconds (?step=16th or ?step=0.1s)."
                .formatted(100 * grid.share(), step.text()));
      }
    }
    return set(pieces, step);
  }

  private static List<Score> scores(List<Piece> pieces) {
    return pieces.stream().flatMap(piece -> piece.scores().stream()).toList();
  }

  private List<Piece> pieces() throws DataFormatException {
    if (!Files.isDirectory(place)) {
      Piece piece = piece(new MusicFolder.Found(place, null));
      if (piece == null) {
        throw new DataFormatException(
            "%s has no notes%s."
                .formatted(
                    place.getFileName(),
                    drums > 0 ? " but those of drums; ?drums=keep keeps them" : ""));
      }
      return List.of(piece);
    }
    MusicFolder found = MusicFolder.in(place);
    if (found.divided()) {
      for (String option : Division.OPTIONS) {
        if (address.text(option) != null) {
          throw new DataFormatException(
              "%s: its folders train, valid and test say what is held out; leave out the option %s."
                  .formatted(address.place(), option));
        }
      }
    }
    if (found.beside() > 0) {
      warnings.add(
          found.beside() == 1
              ? "1 MIDI file beside the folders train, valid and test is left out."
              : "%,d MIDI files beside the folders train, valid and test are left out."
                  .formatted(found.beside()));
    }
    MusicFolder chosen = found.only(address);
    List<Piece> read = readable(chosen.files());
    if (!chosen.others().isEmpty()) {
      warnings.add(leftOut(chosen.others()));
    }
    return read;
  }

  private static String leftOut(List<String> others) {
    String names =
        others.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
            + (others.size() > MOST_NAMES
                ? " and %,d more".formatted(others.size() - MOST_NAMES)
                : "");
    return "Only the MIDI files are opened; %s in the same folder can be opened on %s own."
        .formatted(names, others.size() == 1 ? "its" : "their");
  }

  private List<Piece> readable(List<MusicFolder.Found> files) throws DataFormatException {
    List<Piece> pieces = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      progress.check((double) i / files.size());
      try {
        Piece piece = piece(files.get(i));
        if (piece == null) {
          sentences.add("%s has no notes.".formatted(files.get(i).path().getFileName()));
        } else {
          pieces.add(piece);
        }
      } catch (DataFormatException damaged) {
        sentences.add(damaged.getMessage());
      }
      if (notesLeft < 0) {
        throw tooLarge();
      }
    }
    if (pieces.stream().allMatch(piece -> piece.split() != null && piece.split() != Split.TRAIN)) {
      throw new DataFormatException(
          "%s has no MIDI file to train on that can be used%s"
              .formatted(place, sentences.isEmpty() ? "." : ": " + sentences.get(0)));
    }
    sentences.stream()
        .limit(MOST_SENTENCES)
        .forEach(sentence -> warnings.add("Left out: " + sentence));
    if (sentences.size() > MOST_SENTENCES) {
      int more = sentences.size() - MOST_SENTENCES;
      warnings.add(
          more == 1
              ? "1 more file cannot be used and is left out."
              : "%,d more files cannot be used and are left out.".formatted(more));
    }
    return pieces;
  }

  /** What is in a file; null if there are no notes. */
  private Piece piece(MusicFolder.Found found) throws DataFormatException {
    MidiFile file = MidiFile.read(found.path(), options.sustain());
    List<Score> scores = new ArrayList<>();
    for (Score score : file.scores()) {
      notes += score.notes().size();
      notesLeft -= score.notes().size();
      long strokes = score.notes().stream().filter(Note::drum).count();
      drums += strokes;
      Score kept = options.drums() || strokes == 0 ? score : score.withoutDrums();
      if (!kept.isEmpty()) {
        scores.add(kept);
      }
    }
    String name = FolderFiles.title(found.path());
    warnings.addAll(file.notes());
    return scores.isEmpty() ? null : new Piece(new SequenceLabel(name, ""), found.split(), scores);
  }

  private List<Piece> divided(List<Piece> pieces) throws DataFormatException {
    if (pieces.get(0).split() != null) {
      return pieces;
    }
    List<SequenceLabel> labels = pieces.stream().map(Piece::label).toList();
    List<Split> splits = Holdout.divide(address.place(), "piece", labels, options.division());
    List<Piece> divided = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      divided.add(new Piece(piece.label(), splits.get(i), piece.scores()));
    }
    return divided;
  }

  private SequenceSet set(List<Piece> pieces, Step step) throws DataFormatException {
    Map<Split, List<Sequence>> sequences = new EnumMap<>(Split.class);
    Map<Split, List<SequenceLabel>> labels = new EnumMap<>(Split.class);
    long frames = 0;
    double seconds = 0;
    long outside = 0;
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.scores().size(); i++) {
        String name = piece.label().name();
        Roll roll = roll(piece.scores().get(i), step, name);
        sequences.computeIfAbsent(piece.split(), one -> new ArrayList<>()).add(roll.frames());
        labels
            .computeIfAbsent(piece.split(), one -> new ArrayList<>())
            .add(new SequenceLabel(piece.scores().size() == 1 ? name : name + " #" + (i + 1), ""));
        frames += roll.frames().frames();
        seconds += roll.seconds();
        outside += roll.outside();
      }
    }
    if (drums > 0 && !options.drums()) {
      warnings.add(
          "%,d of %,d notes are drums, which are left out unless drums are kept (?drums=keep)."
              .formatted(drums, notes));
    }
    Piano.addOutside(warnings, outside);
    return new SequenceSet(
        String.valueOf(place.getFileName()).replaceFirst("(?i)\\.midi?$", ""),
        source(step),
        DataKind.BINARY,
        Piano.KEYS.inTime(
            Bars.frames(scores(pieces), step), step instanceof NoteValue value ? value.parts() : 0),
        step instanceof Step.Seconds time ? 1 / time.length() : frames / seconds,
        sequences,
        warnings,
        labels);
  }

  private Roll roll(Score score, Step step, String name) throws DataFormatException {
    long frames = Roll.frames(score, step);
    if (frames > Roll.MOST_FRAMES) {
      throw new DataFormatException(
          "%s lasts %,d frames of %s and a sequence can have %,d at most; choose longer ones, such as ?step=half or ?step=2s."
              .formatted(name, frames, step.text(), Roll.MOST_FRAMES));
    }
    framesLeft -= frames;
    if (framesLeft < 0) {
      throw tooLarge();
    }
    return Roll.of(score, step, Piano.KEYS);
  }

  /** What opens the set again, with the length of a frame even where it was found. */
  private String source(Step step) {
    String given = address.optionText();
    String found = options.step() == null ? "step=" + step.text() : "";
    return place + "?" + given + (given.isEmpty() || found.isEmpty() ? "" : "&") + found;
  }

  private DataFormatException tooLarge() {
    return new DataFormatException(
        "%s holds more than the memory the program was given can take; start it with a larger -Xmx."
            .formatted(place));
  }
}
