/**
 * The Dictionary page: what each hidden unit draws, the columns of the paper's W2 (figure 2), live
 * while the model learns. A unit's picture is its row of the dictionary, J x M; its memory is its
 * column of W1, what every hidden unit of the frame before adds to it. Units of an upper layer are
 * shown through the blocks that lead down, multiplied as if the layers between were linear.
 *
 * <p>The page never sees the live parameters. While it is on the screen it asks for a snapshot
 * about three times a second; how often units are on is measured on a copy of that, in the
 * background, and only when somebody wants to know.
 */
package tsbn.app.dictionary;
