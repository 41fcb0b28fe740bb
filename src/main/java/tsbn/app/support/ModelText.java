package tsbn.app.support;

import java.util.stream.Collectors;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;

/** A model in words. */
public final class ModelText {
  private static final Messages MESSAGES = Messages.of(ModelText.class);

  private ModelText() {}

  /** {@code TSBN 100 · order 1}. */
  public static String of(Architecture architecture) {
    String units =
        architecture.hidden().stream()
            .map(LayerSpec::units)
            .map(String::valueOf)
            .collect(Collectors.joining("-"));
    return MESSAGES.format("model.text", architecture.variant(), units, architecture.order());
  }
}
