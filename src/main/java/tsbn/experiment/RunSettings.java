package tsbn.experiment;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;

/** All that a run follows from, as words in a fixed order, and in what several runs differ. */
public final class RunSettings {
  /** The name of the model in words among the settings. */
  public static final String MODEL = "model";

  /** What no result depends on. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("threads");

  private RunSettings() {}

  /** {@code TSBN 100, order 1}. */
  public static String model(Architecture architecture) {
    String units =
        architecture.hidden().stream()
            .map(LayerSpec::units)
            .map(String::valueOf)
            .collect(Collectors.joining("-"));
    return "%s %s, order %d".formatted(architecture.variant(), units, architecture.order());
  }

  /** Every setting by its name, such as {@code step size}: data, model, then how it was trained. */
  public static Map<String, String> of(Experiment experiment) {
    Map<String, String> all = new LinkedHashMap<>();
    Architecture architecture = experiment.architecture();
    if (!experiment.data().isBlank()) {
      all.put("data", experiment.data());
    }
    all.put(MODEL, model(architecture));
    all.put("frames", lowerCase(architecture.likelihood().title()));
    all.put("layers", layers(architecture));
    all.put("past frames", architecture.lagsVisible() ? "seen" : "not seen");
    all.put("first step", architecture.ownFirstStep() ? "biases of its own" : "like the others");
    for (RecordComponent component : TrainingSettings.class.getRecordComponents()) {
      if (!WITHOUT_EFFECT.contains(component.getName())) {
        all.put(words(component.getName()), text(value(component, experiment.settings())));
      }
    }
    return all;
  }

  /** What the units of each layer do and see, from the bottom; how many they are the model says. */
  private static String layers(Architecture architecture) {
    List<String> all = new ArrayList<>();
    for (LayerSpec layer : architecture.hidden()) {
      List<String> past = new ArrayList<>();
      if (layer.lagsItself()) {
        past.add("its own");
      }
      if (layer.lagsBelow()) {
        past.add("the lower");
      }
      String memory = past.isEmpty() ? "no past" : String.join(" and ", past) + " past";
      all.add("%s, %s".formatted(lowerCase(layer.kind().name()), memory));
    }
    return String.join("; ", all);
  }

  /** The names of the settings that are not the same in all of them, in order. */
  public static List<String> differing(List<Map<String, String>> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.keySet()));
    return names.stream()
        .filter(name -> runs.stream().map(run -> run.getOrDefault(name, "")).distinct().count() > 1)
        .toList();
  }

  private static Object value(RecordComponent component, TrainingSettings settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code stepSize} as {@code step size}. */
  private static String words(String name) {
    return lowerCase(name.replaceAll("(?=[A-Z])", " "));
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return lowerCase(constant.name()).replace('_', '-');
    }
    if (value instanceof Double number && number != 0 && Math.abs(number) < 1e-4) {
      return number.toString().replace(".0E", "e").replace('E', 'e');
    }
    if (value instanceof Double number) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return value instanceof Integer whole ? String.format(Locale.ROOT, "%,d", whole) : value + "";
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
