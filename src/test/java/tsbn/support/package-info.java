/** The slow, obvious double-precision oracle, enumeration, and what several tests share. */
package tsbn.support;
