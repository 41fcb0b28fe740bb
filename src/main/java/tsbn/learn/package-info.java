/** Estimators, optimisers and the trainer. */
package tsbn.learn;
