package tsbn.app.support;

/**
 * What every page is given.
 *
 * @param workbench the state all pages share
 * @param tasks long work
 * @param dialogs the user's choice of files
 * @param notices sentences to the user
 * @param remembered what is kept between starts
 */
public record AppContext(
    Workbench workbench,
    BackgroundTasks tasks,
    FileDialogs dialogs,
    Notices notices,
    Remembered remembered) {}
