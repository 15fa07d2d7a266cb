package id.smartkampung.web.guide;

/**
 * One page of the officers' guide, ready to be shown.
 *
 * @param html rendered from our own text; raw HTML in it has been escaped
 */
public record GuideTopic(String name, String title, String html) {}
