/** Numbers: kernels and random streams. */
package tsbn.math;
