-- What people do about events that could not be applied, and the stop of the whole intake.

alter table parked_event add column code text collate "C" not null default 'FAILED';
alter table parked_event alter column code drop default;
create index parked_event_subject on parked_event (node, subject, epoch, sequence);

create table skip_request (
    node         text collate "C" not null,
    subject      text collate "C" not null,
    -- what is parked later is not meant
    last_epoch   int              not null,
    last_seq     bigint           not null,
    asked_by     uuid             not null,
    asked_name   text             not null,
    asked_at     timestamptz      not null,
    asked_reason text             not null,
    primary key (node, subject)
);

comment on table skip_request is 'Somebody wants to leave parked events of a subject out; another person has to agree.';

create table skipped_event (
    node             text collate "C" not null,
    epoch            int              not null,
    sequence         bigint           not null,
    subject          text collate "C" not null,
    code             text collate "C" not null,
    reason           text             not null,
    parked_at        timestamptz      not null,
    asked_name       text             not null,
    asked_at         timestamptz      not null,
    asked_reason     text             not null,
    confirmed_name   text             not null,
    confirmed_at     timestamptz      not null,
    confirmed_reason text             not null,
    -- the later event that brought the whole subject up to date again
    healed_epoch     int,
    healed_seq       bigint,
    primary key (node, epoch, sequence)
);

create index skipped_event_open on skipped_event (node, subject) where healed_epoch is null;

comment on table skipped_event is 'Events that two people left out: an explained difference until a later event heals it.';

create table intake_stop (
    one            boolean primary key default true check (one),
    stopped_at     timestamptz,
    -- what was seen when it stopped
    events         bigint,
    parked         bigint,
    villages       int,
    released_at    timestamptz,
    released_by    text,
    release_reason text
);

insert into intake_stop default values;

comment on table intake_stop is 'Whether all hubs have stopped taking events in, since too many could not be applied.';
