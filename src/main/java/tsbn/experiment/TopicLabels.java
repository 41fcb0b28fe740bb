package tsbn.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a user calls the topics of a run, as {@code topics.json} keeps it: by layer and topic, both
 * from 1. Nothing follows from it.
 */
public final class TopicLabels {
  static final String FILE = "topics.json";
  private static final Logger LOG = LoggerFactory.getLogger(TopicLabels.class);
  private static final long LONGEST = 1 << 20;

  /** Of a run whose topics nobody has called anything. */
  public static final TopicLabels NONE = new TopicLabels(new TreeMap<>());

  private final TreeMap<Integer, TreeMap<Integer, String>> names;

  private TopicLabels(TreeMap<Integer, TreeMap<Integer, String>> names) {
    this.names = names;
  }

  /**
   * What a topic is called; nothing where nobody has said.
   *
   * @param layer the hidden layer, from 1
   * @param topic from 0
   */
  public Optional<String> name(int layer, int topic) {
    return Optional.ofNullable(names.getOrDefault(layer, new TreeMap<>()).get(topic + 1));
  }

  /** The same, with another name for a topic; an empty one takes its name away. */
  public TopicLabels with(int layer, int topic, String name) {
    TreeMap<Integer, TreeMap<Integer, String>> other = new TreeMap<>(names);
    TreeMap<Integer, String> ofLayer = new TreeMap<>(names.getOrDefault(layer, new TreeMap<>()));
    if (name.isBlank()) {
      ofLayer.remove(topic + 1);
    } else {
      ofLayer.put(topic + 1, name.strip());
    }
    other.put(layer, ofLayer);
    return new TopicLabels(other);
  }

  /** Writes them into the folder of a run. */
  public void write(Path folder) throws IOException {
    String text = ExperimentJson.text(ExperimentJson.json(names));
    AtomicFile.writeText(folder.resolve(FILE), out -> out.append(text));
  }

  /** Those of a folder; {@link #NONE} where there is nothing that can be read. */
  public static TopicLabels read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return NONE;
      }
      TopicLabels labels = NONE;
      JsonObject json = ExperimentJson.parse(Files.readString(file));
      for (String layer : json.keySet()) {
        for (Map.Entry<String, JsonElement> topic : ExperimentJson.object(json, layer).entrySet()) {
          int number = Integer.parseInt(topic.getKey());
          String name = topic.getValue().getAsString();
          labels = labels.with(Integer.parseInt(layer), number - 1, name);
        }
      }
      return labels;
    } catch (IOException | RuntimeException broken) {
      LOG.warn("{} cannot be read and is ignored", file, broken);
      return NONE;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TopicLabels labels && names.equals(labels.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }
}
