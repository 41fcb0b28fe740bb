package tsbn.experiment;

import tsbn.learn.TrainingSettings;

/**
 * A named choice of data, model and settings.
 *
 * @param name as on the command line, such as {@code quick-balls}
 * @param title for people
 * @param description one sentence
 * @param data what it opens, such as {@code builtin:balls}; null where the user brings data
 */
public record Preset(
    String name,
    String title,
    String description,
    String data,
    ModelDesign design,
    TrainingSettings settings) {}
