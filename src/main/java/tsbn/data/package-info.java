/** Sequences, sets of them, and what a frame means. */
package tsbn.data;
