package tsbn.data.source.text;

import java.util.List;
import tsbn.data.text.Corpus;

/**
 * What was read.
 *
 * @param warnings sentences about what is odd but usable
 */
public record Counted(Corpus corpus, List<String> warnings) {}
