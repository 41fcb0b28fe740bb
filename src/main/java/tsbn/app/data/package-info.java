/**
 * The page of the open data: where to get other data, what was found on opening it, and a player on
 * any sequence of any split. Frames are made on a worker, since a sequence may render itself only
 * when asked.
 */
package tsbn.app.data;
