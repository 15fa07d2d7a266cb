-- Requests that were made at the service mall for residents of any village. What becomes of each its village says: the
-- state lies in request, the letters in letter.

create table mall_request (
    id               uuid             primary key,
    node             text collate "C" not null,
    resident_id      uuid             not null,
    -- S*** R******
    subject_masked   text             not null,
    kind             text collate "C" not null,
    -- for the village; emptied here when the village has them
    purpose_text     text,
    contact          text,
    note             text,
    made_at          timestamptz      not null,
    made_by          text             not null,
    received_at      timestamptz,
    -- the last word of the village besides the state of the request
    answer           text collate "C",
    reason           text,
    answered_at      timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,
    handed_at        timestamptz,
    handed_by        text,
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);

create index mall_request_made on mall_request (made_at desc, id);
create index mall_request_node on mall_request (node);

comment on table mall_request is 'Requests made at the service mall, each going down to its village.';

-- Signed files that the mall hands out; the trace stays when the file is gone.
create table mall_file (
    node       text collate "C" not null,
    letter_id  uuid             not null,
    request_id uuid             not null references mall_request,
    sha256     text collate "C" not null,
    bytes      bigint           not null,
    wanted_at  timestamptz      not null,
    arrived_at timestamptz,
    deleted_at timestamptz,
    primary key (node, letter_id)
);

create index mall_file_request on mall_file (request_id);

comment on table mall_file is 'Signed files that were asked of a village to be handed out at the mall.';

create table mall_chunk (
    node      text collate "C" not null,
    letter_id uuid             not null,
    -- where it begins in the file
    start     bigint           not null,
    data      bytea            not null,
    primary key (node, letter_id, start),
    foreign key (node, letter_id) references mall_file
);

comment on table mall_chunk is 'The parts of those files, until the applicant has the letter.';
