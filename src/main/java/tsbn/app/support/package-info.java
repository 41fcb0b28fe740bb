/**
 * What every page of the workbench stands on: the shared state, long work, files, texts.
 *
 * <p>{@link tsbn.app.support.Workbench} is the one state all pages share: the open data, the chosen
 * model and settings, and the current {@link tsbn.app.support.Run}. The trainer has a thread of its
 * own and only publishes; {@code Workbench.refresh}, called some fifteen times a second by the
 * shell, takes in what it published. No call here waits for the trainer, so the window stays smooth
 * however fast it trains, and view models are tested by calling {@code refresh} without a screen.
 *
 * <p>{@link tsbn.app.support.BackgroundTasks} is the only way to do anything long. Work runs on a
 * worker, its result arrives on the FX thread, a cancelled job delivers nothing. Threads are made
 * here and in the trainer, nowhere else, so that there is one place to look for a race.
 *
 * <p>A run comes from this window or from a folder ({@link tsbn.app.support.RunFiles}). One whose
 * data cannot be opened has no trainer and still plays; data like its own let it go on.
 *
 * <p>A page is a {@link tsbn.app.support.Page}: a view with an FXML of the same name and a {@code
 * messages.properties} beside it, around a view model that knows no scene.
 */
package tsbn.app.support;
