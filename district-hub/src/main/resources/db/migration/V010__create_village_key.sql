-- The keys with which the villages sign. Only an enrolment, an operator or the village itself with its key before may
-- add one; nothing is believed because it came first.

create table village_key (
    node           text collate "C" not null,
    key_id         text collate "C" not null,
    public_key     bytea            not null check (octet_length(public_key) = 32),
    registered_at  timestamptz      not null,
    -- the first position whose head it may sign
    from_epoch     int              not null,
    from_sequence  bigint           not null,
    -- the first position whose head it may not sign any more: its successor's first, or where it was revoked
    until_epoch    int,
    until_sequence bigint,
    revoked_at     timestamptz,
    primary key (node, key_id),
    check ((until_epoch is null) = (until_sequence is null)),
    check (revoked_at is null or until_epoch is not null)
);

comment on table village_key is 'The keys with which the villages sign, each with the positions for which it counts.';
