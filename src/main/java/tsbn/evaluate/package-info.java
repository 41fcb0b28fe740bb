/** Measures of a model on data. */
package tsbn.evaluate;
