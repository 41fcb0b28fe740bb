/** TSBN Workbench. */
package tsbn;
