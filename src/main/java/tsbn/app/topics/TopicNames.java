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
    String name = given.getOrDefault(sheet.topics().layer(), Map.of()).get(topic);
    return name == null ? sheet.usualName(topic) : name;
  }

  /** What all topics are called. */
  List<String> of(TopicSheet sheet) {
    return IntStream.range(0, sheet.topics().count()).mapToObj(topic -> of(sheet, topic)).toList();
  }
}
