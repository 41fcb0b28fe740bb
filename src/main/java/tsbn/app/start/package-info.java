/**
 * The page the window opens with: examples that one click opens, each with a moving preview, and
 * the user's recent files. Nothing else, so that the first choice is easy.
 */
package tsbn.app.start;
