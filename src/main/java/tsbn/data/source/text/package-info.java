/**
 * Readers of texts and of counts of words over time, each of which gives a {@link
 * tsbn.data.text.Corpus}: a folder of texts ({@link tsbn.data.source.text.TextFolder}), a table of
 * year, word and count ({@link tsbn.data.source.text.WordTable}), and LDA-C with time slices and a
 * vocabulary ({@link tsbn.data.source.text.LdaC}). None keeps a text; all take a bounded part of
 * the memory and answer what they cannot read with one sentence.
 */
package tsbn.data.source.text;
