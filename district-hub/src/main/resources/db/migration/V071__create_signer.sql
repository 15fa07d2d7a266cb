-- Keys of those who sign letters in the villages, and what the authority of the kabupaten says of each.

create table signer (
    node         text collate "C" not null,
    key_id       uuid             not null,
    signatory_id uuid             not null,
    name         text             not null,
    title        text             not null,
    request      text             not null,
    asked_at     timestamptz      not null,
    -- the number of the certificate
    serial       bigint unique,
    certificate  text,
    certified_at timestamptz,
    certified_by text,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    revoked_reason text,
    primary key (node, key_id),
    check ((serial is null) = (certificate is null)),
    check (revoked_at is null or serial is not null)
);

create sequence signer_serial start 1000;
create sequence revocation_list_number;

-- The list of what was taken back, as it was signed last: whoever asks is given this one.
create table revocation_list (
    id      smallint    primary key check (id = 1),
    number  bigint      not null,
    made_at timestamptz not null,
    list    text        not null
);

comment on table signer is 'Who may sign letters with a key of their village.';
