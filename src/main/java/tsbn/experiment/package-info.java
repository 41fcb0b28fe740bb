/** Data, model, settings and seed as one value; presets and run folders. */
package tsbn.experiment;
