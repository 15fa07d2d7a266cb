-- Of whom the interface told something, to whom and for what: a person has a right to know.

create table person_reading (
    at      timestamptz      not null,
    -- client/<id> or the name of an account, as in the trail
    reader  text             not null,
    -- empty where the call named none
    purpose text             not null,
    -- whether NIK, KK number and birth date were shown
    opened  boolean          not null,
    -- resident, family or mutation
    kind    text collate "C" not null,
    node    text collate "C" not null,
    id      uuid             not null
);

create index person_reading_subject on person_reading (node, id, at);

comment on table person_reading is 'Each person that a call of the interface told of; the trail has one entry a call.';

-- The program may add to it, and neither change nor shorten it.
revoke all on person_reading from ${app_role};
grant select, insert on person_reading to ${app_role};
