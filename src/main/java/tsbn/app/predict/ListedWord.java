package tsbn.app.predict;

/**
 * A word of a list.
 *
 * @param hit whether the other list has it, too
 */
public record ListedWord(String word, boolean hit) {}
