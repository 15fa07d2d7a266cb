package id.smartkampung.deploy.volume;

/**
 * Something that a person asks a program for.
 *
 * @param kind of page that answers
 * @param path where it is asked for
 * @param typed what is typed into the search box there; null for a link
 */
record Ask(String kind, String path, String typed) {}
