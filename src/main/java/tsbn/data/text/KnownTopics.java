package tsbn.data.text;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The topics that made-up texts were drawn from.
 *
 * @param names what each of the K topics is about
 * @param words the words of each, its most frequent first
 * @param years T years
 * @param shares T x K: the share of a year's words that a topic has
 */
public record KnownTopics(
    List<String> names, List<List<String>> words, Years years, FMatrixRMaj shares) {}
