/** What every model of sequences can do. */
package tsbn.model;
