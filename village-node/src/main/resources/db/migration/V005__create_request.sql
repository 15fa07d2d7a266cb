-- Service requests with every step they took.

create table request (
    id uuid primary key,
    version integer not null,
    number text not null,
    applicant_id uuid not null references resident,
    kind text not null,
    channel text not null,
    state text not null,
    home_delivery boolean not null,
    purpose_text text,
    contact text,
    note text,
    submitted_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index request_number on request (number collate "C");
create index request_applicant on request (applicant_id, submitted_at desc);
create index request_state on request (state, submitted_at);
create index request_submitted on request (submitted_at desc, id desc);

create table request_step (
    id uuid primary key,
    request_id uuid not null references request on delete cascade,
    state text not null,
    at timestamptz not null,
    account_id uuid,
    username text not null,
    reason text
);

create index request_step_request on request_step (request_id, at, id);
create index request_step_at on request_step (at desc);

-- One locked row a year gives the numbers, so that none is given twice and none is left out.
create table request_counter (
    year integer primary key,
    last integer not null
);
