/**
 * Texts as counts of words over time, before they are frames: years, words, and which of them are
 * kept.
 *
 * <p>A {@link tsbn.data.text.Corpus} holds how often every word as it was written stands in every
 * year. {@link tsbn.data.text.WordSettings} choose words from it, as often as one likes and without
 * reading anything again; what comes out is a {@link tsbn.data.text.WordSelection}: T years x M
 * words, the counts v_t of the paper's section 5 (State of the Union), where words with fewer than
 * 20 occurrences in all or never five in a year are dropped. Years without a text stay missing:
 * {@link tsbn.data.text.Years} says which year each frame is.
 */
package tsbn.data.text;
