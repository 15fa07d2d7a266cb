-- Which machine speaks as a village: told by the fingerprint in its hello.

create table village_guest (
    node          text collate "C" primary key,
    fingerprint   text collate "C" not null,
    -- those that another took the place of; one that speaks again is a second machine
    before        text[]           not null,
    broker_topic_id text collate "C" not null,
    broker_offset bigint           not null,
    since         timestamptz      not null
);

comment on table village_guest is 'The machine that said hello last in the name of each village.';
