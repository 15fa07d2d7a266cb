package id.smartkampung.deploy.e2e;

/** The accounts of the demonstration. */
final class Accounts {

    static final String PASSWORD = "kampung-demo-2026";

    private Accounts() {}
}
