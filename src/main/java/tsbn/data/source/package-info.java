/** One class per format or generator, and the catalogue. */
package tsbn.data.source;
