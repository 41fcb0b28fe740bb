/**
 * The program without a window: one class per command of {@code tsbn}, over the same rooms that the
 * workbench is built on. {@link tsbn.cli.CommandLineProgram} is the way in.
 *
 * <p>What a command promises: exit code 0 when done, 1 when it failed while running, 2 for wrong
 * arguments or input; a failure is one line {@code error: ...} on stderr; results go to stdout and,
 * with {@code --json}, are one JSON object and nothing else; progress goes to stderr, and only
 * where that is a terminal. Numbers in nats are per time step (the paper's section 5), as mean over
 * sequences and over frames, both labelled.
 */
package tsbn.cli;
