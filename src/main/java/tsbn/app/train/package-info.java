/**
 * The page to train on: the settings of the trainer, which apply from the next step, and the curves
 * of the run. What a setting means beside the others, and whether it means anything, is in {@link
 * tsbn.app.train.SettingsForm}; the layout only names the settings. Curve points are taken from the
 * run only while the page is shown, a bounded number per beat of the window, so that coming back to
 * a long run does not hold up the window.
 */
package tsbn.app.train;
