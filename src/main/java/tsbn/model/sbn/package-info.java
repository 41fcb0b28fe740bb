/** The Temporal Sigmoid Belief Network. */
package tsbn.model.sbn;
