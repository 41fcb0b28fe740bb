/**
 * The page on which the model is designed: units, order, link families (section 2 of the paper),
 * and the graphical model drawn from the very links the trainer will use. The page edits the
 * workbench's design; a run in progress is not touched by it.
 */
package tsbn.app.model;
