-- A synced table for the tests of the log.
create table probe (
    id uuid primary key,
    version int not null,
    label text not null
);

create constraint trigger probe_leaves_event
    after insert or update or delete on probe
    deferrable initially deferred
    for each row execute function require_event();

create trigger probe_is_not_truncated
    before truncate on probe
    for each statement execute function refuse_truncate();
