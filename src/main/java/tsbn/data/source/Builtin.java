package tsbn.data.source;

/**
 * A set that comes with the program.
 *
 * @param source what opens it with its default options, such as {@code builtin:balls}
 * @param title for people
 * @param description one sentence
 */
public record Builtin(String source, String title, String description) {}
