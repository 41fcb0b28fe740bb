/** What tests of several packages share: oracles and the way to real data. */
package tsbn.support;
