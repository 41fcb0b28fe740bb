package tsbn.app.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What topics are called: as the user says, and otherwise by their strongest words. */
final class TopicNames {
  /** By layer and topic. */
  private final Map<Integer, Map<Integer, String>> given = new HashMap<>();

  /** Forgets all names, for other topics. */
  void clear() {
    given.clear();
  }

  /** Calls a topic something else; an empty name gives it its usual one back. */
  void rename(TopicSheet sheet, int topic, String name) {
    Map<Integer, String> ofLayer =
        given.computeIfAbsent(sheet.topics().layer(), layer -> new HashMap<>());
    if (name.isBlank()) {
      ofLayer.remove(topic);
    } else {
      ofLayer.put(topic, name.strip());
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
    return given.getOrDefault(layer, Map.of()).getOrDefault(topic, usual);
  }
}
