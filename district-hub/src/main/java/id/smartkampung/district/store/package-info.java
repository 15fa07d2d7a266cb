/** How rows are written in sets: PostgreSQL's binary COPY, and the upsert that is guarded by the position in the log. */
package id.smartkampung.district.store;
