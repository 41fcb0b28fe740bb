/**
 * Rivals to measure a model against, none of which learns: they say how much of a prediction error
 * is already explained by frames that follow one another closely.
 */
package tsbn.model.baseline;
