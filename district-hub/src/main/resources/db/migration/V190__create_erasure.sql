-- Persons of whom a village said that they are erased. Of an event about them stay its place, its hash and the hash of its
-- header, which takes the place of the salt: the chain holds, and nobody can hold a guess against it.

alter table received_event
    alter column salt drop not null,
    add column header_hash bytea;

-- Checked for what is written from now on; what lies here has its salt.
alter table received_event
    add constraint received_event_erased check (
        (salt is null) = (header_hash is not null) and (salt is not null or octet_length(data) = 0)) not valid;

alter table received_event alter column header_hash set statistics 0;

create table erasure (
    node              text collate "C" not null,
    resident_id       uuid             not null,
    -- of the event that says so
    epoch             int              not null,
    sequence          bigint           not null,
    ground            text collate "C" not null,
    erased_at         timestamptz      not null,
    -- since when the broker gives out nothing more of what the village had sent before
    broker_emptied_at timestamptz,
    primary key (node, resident_id)
);

create index erasure_at_broker on erasure (node) where broker_emptied_at is null;

comment on table erasure is 'Persons who were erased: their id, and no word about them.';
