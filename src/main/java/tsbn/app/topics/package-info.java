/**
 * The page of topics: their words, when they were strong, and what a year or a span of years was
 * about.
 *
 * <p>{@link tsbn.app.topics.TopicSheet} is what a model says of some years, worked out away from
 * the window; {@link tsbn.app.topics.TopicsViewModel} keeps what is chosen of it, and {@link
 * tsbn.app.topics.TopicsView} shows it. Table, curves, overview and the lists beside them always
 * speak of the same topics and the same year.
 */
package tsbn.app.topics;
