-- Letters of all villages: what whoever verifies one may know. Not what they say, and not the files.

create table letter (
    node           text collate "C" not null,
    id             uuid             not null,
    epoch          int              not null,
    seq            bigint           not null,
    request_id     uuid             not null,
    applicant_id   uuid,
    kind           text collate "C" not null,
    type_version   int              not null,
    type_name      text,
    scheme         text collate "C",
    classification text,
    number         text             not null,
    year           int              not null,
    sequence       int              not null,
    issued_on      date             not null,
    valid_until    date,
    state          text collate "C" not null,
    state_at       timestamptz,
    reason         text,
    signer_title   text,
    signer_name    text,
    method         text collate "C",
    code           text collate "C" not null,
    subject_masked text,
    facts          text             not null,
    file_sha256    text collate "C",
    file_bytes     bigint,
    primary key (node, id)
) with (fillfactor = 80);

-- Not unique: a village that says the code of another must not stop its own log.
create index letter_code on letter (code);
create index letter_request on letter (node, request_id);

comment on table letter is 'Letters with a number; as of the position of the last event of each.';
