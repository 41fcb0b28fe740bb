package tsbn.app.topics;

/**
 * A line of a list with a bar.
 *
 * @param text what it is
 * @param share the length of the bar, 0 to 1
 * @param value what stands behind it
 * @param topic the topic it is, which a click chooses; -1 for none
 */
public record Bar(String text, double share, String value, int topic) {}
