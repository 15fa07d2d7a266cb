-- How villages join: one-time codes, and the user at the broker that each got with one.

create table enrolment_code (
    id           uuid primary key,
    node         text collate "C" not null,
    -- of the code's secret: who reads this table cannot join with it
    secret_hash  bytea            not null unique,
    created_at   timestamptz      not null,
    created_by   text             not null,
    expires_at   timestamptz      not null,
    used_at      timestamptz,
    -- the key that joined with it: only it may ask again when the answer was lost
    used_by      bytea,
    withdrawn_at timestamptz
);

create index on enrolment_code (node);

comment on table enrolment_code is 'One-time codes with which a village joins.';

create table village_credential (
    node         text collate "C" primary key,
    public_key   bytea            not null check (octet_length(public_key) = 32),
    granted_at   timestamptz      not null,
    expires_at   timestamptz      not null,
    -- the end of the one before: a village that never got the answer renews from there
    renewed_from timestamptz,
    revoked_at   timestamptz,
    revoked_by   text
);

comment on table village_credential is 'The user that each village has at the broker; its password is known to the village only.';
