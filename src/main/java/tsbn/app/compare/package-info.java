/**
 * The page that sets runs side by side, beside baselines and beside what the paper prints of the
 * same data.
 *
 * <p>{@link tsbn.experiment.Comparison} is the table as a value; {@link
 * tsbn.app.compare.CompareViewModel} keeps the runs that stand in it and measures them one after
 * the other, away from the window; {@link tsbn.app.compare.CompareView} shows the words that {@link
 * tsbn.app.compare.CompareSheet} puts the table into. Numbers hold for one split of one data set
 * and one number of samples: when one of these changes, all of them are measured anew.
 */
package tsbn.app.compare;
