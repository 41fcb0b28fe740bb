/**
 * The workbench with a window. One package per page, each an {@code XView} with its FXML around an
 * {@code XViewModel} that knows no scene; {@code shell} is the frame that holds them, {@code
 * support} what they share, {@code widget} the drawings. No page knows another.
 */
package tsbn.app;
