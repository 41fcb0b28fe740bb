/**
 * The frame of the window: rail, header with the transport, status bar, and the registry of pages.
 * Only this package knows which pages there are; a page is one line in {@link
 * tsbn.app.shell.PageId}. Pages are built when first shown, and only the one on the screen is
 * refreshed: the window's heartbeat, some fifteen beats a second, first lets the workbench take in
 * what the trainer published and then refreshes the page, so nothing is drawn per training step.
 */
package tsbn.app.shell;
