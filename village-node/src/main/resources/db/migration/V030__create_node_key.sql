-- The keys with which this server signs, without their private halves: each row is a rotation and leaves its event. The
-- first key has no row; it was registered at the district.

create table node_key (
    id         uuid primary key,
    public_key text        not null,
    made_at    timestamptz not null
);

create constraint trigger node_key_requires_event
    after insert or update or delete on node_key
    deferrable initially deferred
    for each row execute function require_event();

create trigger node_key_is_not_truncated
    before truncate on node_key
    for each statement execute function refuse_truncate();

create index outbox_of_keys on outbox (epoch, sequence) where subject_table = 'node_key';

revoke all on node_key from "${app_role}";
grant select, insert on node_key to "${app_role}";
