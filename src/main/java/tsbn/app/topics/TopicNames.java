package tsbn.app.topics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tsbn.app.support.AppContext;
import tsbn.app.support.Latest;
import tsbn.app.support.Messages;
import tsbn.app.support.Run;
import tsbn.experiment.TopicLabels;

/**
 * What topics are called: as the user says, and otherwise by their strongest words. What the user
 * says is kept with the run. On the FX thread; files are read and written by workers.
 */
final class TopicNames {
  private static final Messages MESSAGES = Messages.of(TopicNames.class);

  private final AppContext context;
  private final Latest reading;

  /** What is to be written yet, by folder. */
  private final Map<Path, TopicLabels> unwritten = new HashMap<>();

  private TopicLabels given = TopicLabels.NONE;
  private Path folder;

  TopicNames(AppContext context) {
    this.context = context;
    this.reading = new Latest(context.tasks());
  }

  /**
   * Forgets all names, for those of another run.
   *
   * @param run null for none
   * @param changed is told when its names are there
   */
  void show(Run run, Runnable changed) {
    reading.cancel();
    given = TopicLabels.NONE;
    folder = run == null ? null : run.folder();
    if (folder != null) {
      Path from = folder;
      reading.start(
          MESSAGES.get("names.reading"),
          progress -> TopicLabels.read(from),
          found -> {
            given = found;
            changed.run();
          },
          context.notices()::error);
    }
  }

  /** Calls a topic something else; an empty name gives it its usual one back. */
  void rename(TopicSheet sheet, int topic, String name) {
    reading.cancel(); // what is said now counts
    given = given.with(sheet.topics().layer(), topic, name);
    if (folder != null) {
      Path to = folder;
      synchronized (unwritten) {
        unwritten.put(to, given);
      }
      context
          .tasks()
          .start(
              MESSAGES.get("names.writing"),
              progress -> {
                write(to);
                return to;
              },
              done -> {},
              context.notices()::error);
    }
  }

  private void write(Path to) throws IOException {
    synchronized (unwritten) {
      TopicLabels last = unwritten.remove(to);
      if (last != null) {
        last.write(to);
      }
    }
  }

  /** What a topic is called. */
  String of(TopicSheet sheet, int topic) {
    return of(sheet.topics().layer(), topic, sheet.usualName(topic));
  }

  /** What all topics are called. */
  List<String> of(TopicSheet sheet) {
    return IntStream.range(0, sheet.topics().count()).mapToObj(topic -> of(sheet, topic)).toList();
  }

  /** What the topics of the layer below are called. */
  List<String> below(TopicSheet sheet) {
    List<String> usual = sheet.belowNames();
    return IntStream.range(0, usual.size())
        .mapToObj(topic -> of(sheet.topics().layer() - 1, topic, usual.get(topic)))
        .toList();
  }

  private String of(int layer, int topic, String usual) {
    return given.name(layer, topic).orElse(usual);
  }
}
